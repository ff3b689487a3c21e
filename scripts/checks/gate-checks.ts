import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * One check of the gate: `if (…) refuse('reason');`, or the same with `askAgain`, or with `owe`, by which the
 * server writes beside what it takes; and where such a call
 * stands in an expression, as in `known ?? refuse('reason')`, the call.
 */
export interface GateCheck {
	/** From the project's folder. */
	readonly file: string;
	readonly line: number;
	readonly reason: string;
	/** The file's text with this check taken out. */
	readonly without: string;
}

const ENDINGS = new Set(['refuse', 'askAgain', 'owe']);

/** Every check of the gate, found by its form, in the order in which they stand. */
export function findGateChecks(folder = 'src/lib/gate'): GateCheck[] {
	return globSync(`${folder}/**/*.ts`)
		.filter((file) => !file.endsWith('.test.ts'))
		.sort()
		.flatMap((file) => checksIn(file, readFileSync(file, 'utf8')));
}

function checksIn(file: string, text: string): GateCheck[] {
	const checks: GateCheck[] = [];
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const add = (node: ts.Node, reason: string, replacement: string): void => {
		const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
		const without = text.slice(0, node.getStart()) + replacement + text.slice(node.getEnd());
		checks.push({ file, line, reason, without });
	};
	const visit = (node: ts.Node): void => {
		const reason = ts.isIfStatement(node) ? reasonOf(node.thenStatement) : reasonIn(node);
		if (ts.isIfStatement(node) && reason !== undefined) {
			const { expression } = node;
			add(expression, reason, `false && (${expression.getText()})`);
			return;
		}
		if (reason !== undefined) add(node, reason, '(undefined as never)');
		ts.forEachChild(node, visit);
	};
	visit(source);
	return checks;
}

/** The reason that a statement refuses with, or undefined when it does something else. */
function reasonOf(statement: ts.Statement): string | undefined {
	return ts.isExpressionStatement(statement) ? reasonIn(statement.expression) : undefined;
}

/** The reason that a call refuses with, or undefined when it is none. */
function reasonIn(node: ts.Node): string | undefined {
	if (!ts.isCallExpression(node)) return undefined;
	const { expression, arguments: given } = node;
	const [reason] = given;
	return ts.isIdentifier(expression) && ENDINGS.has(expression.text) && reason
		? reason.getText().replaceAll("'", '')
		: undefined;
}
