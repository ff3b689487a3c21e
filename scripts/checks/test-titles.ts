import ts from 'typescript';

const ENTRANCES = /^(?:test|it|describe|forEachEngine)\b/;

/** The titles of the tests and groups of tests in a file's text, in order; a part that is computed is `…`. */
export function testTitles(file: string, text: string): string[] {
	const titles: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && ENTRANCES.test(node.expression.getText())) {
			const [title] = node.arguments;
			if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
			else if (title && ts.isTemplateExpression(title)) titles.push(textOf(title));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return titles;
}

function textOf({ head, templateSpans }: ts.TemplateExpression): string {
	return head.text + templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
