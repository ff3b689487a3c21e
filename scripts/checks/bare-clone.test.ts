import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Folders that a build writes, and no clone has. */
const GENERATED = ['src/lib/paraglide/', 'build/', '.svelte-kit/'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	scripts: Record<string, string>;
};
const NAMED = Object.values(scripts).flatMap((script) => /scripts\/[\w-]+\.ts/.exec(script) ?? []);

/** What a file needs before a line of it runs: its imports, but for types and those that it asks for later. */
function importsOf(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	return source.statements.flatMap((statement) => {
		if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
		const typeOnly = ts.isImportDeclaration(statement)
			? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
			: statement.isTypeOnly;
		const name = statement.moduleSpecifier;
		if (typeOnly || !name || !ts.isStringLiteral(name)) return [];
		if (name.text.startsWith('#lib/')) return [`src/lib/${name.text.slice('#lib/'.length)}`];
		return name.text.startsWith('.') ? [posix.join(posix.dirname(file), name.text)] : [];
	});
}

function reachedFrom(file: string): Set<string> {
	const reached = new Set([file]);
	for (const one of reached)
		if (existsSync(one) && /\.(ts|js|mjs)$/.test(one) && !isGenerated(one))
			for (const target of importsOf(one)) reached.add(target);
	return reached;
}

function isGenerated(file: string): boolean {
	return GENERATED.some((folder) => file.startsWith(folder));
}

test('[SV15] the scripts of package.json are found', () => {
	expect(NAMED).toEqual(expect.arrayContaining(['scripts/attack.ts', 'scripts/start.ts']));
	// A module that is known to need what is generated.
	expect([...reachedFrom('src/lib/words/plan-words.ts')].some(isGenerated)).toBe(true);
});

test.each(NAMED)('[SV15] %s begins on a bare clone', (script) => {
	expect([...reachedFrom(script)].filter(isGenerated)).toEqual([]);
});
