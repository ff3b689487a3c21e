import ts from 'typescript';

/** A file of the server by its path below `src/lib/server`, such as `votes/vote.service.ts`. */
export interface ServerSource {
	readonly path: string;
	readonly text: string;
}

/** A statement on a table that is not its file's to touch. */
export interface ForeignTable {
	readonly path: string;
	/** From 1. */
	readonly line: number;
	readonly table: string;
	/** The folder whose table it is. */
	readonly owner: string;
}

const READING = ['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin'];
const WRITING = ['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto'];

/**
 * The statements of the server that name another folder's table. A folder reads and writes the tables
 * that its own `*.table.ts` declare; `reads/` reads all of them and writes none; `access/` may do both. A
 * statement whose table is no literal counts for every name of a table that stands in its file.
 */
export function foreignTables(sources: readonly ServerSource[]): ForeignTable[] {
	const owners = tableOwners(sources);
	return sources.flatMap((source) => {
		const folder = folderOf(source.path);
		return statementsOf(source, owners)
			.filter(({ owner, writing }) => {
				if (owner === folder || folder === 'access') return false;
				return folder !== 'reads' || writing;
			})
			.map(({ table, owner, line }) => ({ path: source.path, line, table, owner }));
	});
}

/** Table to the folder that declares it. */
function tableOwners(sources: readonly ServerSource[]): ReadonlyMap<string, string> {
	const owners = new Map<string, string>();
	for (const { path, text } of sources)
		visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest), (node) => {
			if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'Database') return;
			for (const member of node.members)
				if (member.name && ts.isIdentifier(member.name))
					owners.set(member.name.text, folderOf(path));
		});
	return owners;
}

interface Statement {
	readonly table: string;
	readonly owner: string;
	readonly writing: boolean;
	readonly line: number;
}

function statementsOf(
	{ path, text }: ServerSource,
	owners: ReadonlyMap<string, string>
): Statement[] {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const literals = (root: ts.Node): string[] => {
		const names: string[] = [];
		visit(root, (node) => {
			if (ts.isStringLiteralLike(node)) names.push(node.text.split(' ')[0] ?? '');
		});
		return names;
	};
	const statements: Statement[] = [];
	visit(file, (node) => {
		if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
		const method = node.expression.name.text;
		const writing = WRITING.includes(method);
		const [first] = node.arguments;
		if (!first || !(writing || READING.includes(method))) return;
		const named = literals(first);
		const literal = ts.isStringLiteralLike(first) || ts.isArrayLiteralExpression(first);
		const { line } = file.getLineAndCharacterOfPosition(node.expression.name.getStart(file));
		for (const table of new Set(literal ? named : literals(file))) {
			const owner = owners.get(table);
			if (owner !== undefined) statements.push({ table, owner, writing, line: line + 1 });
		}
	});
	return statements;
}

function folderOf(path: string): string {
	return path.slice(0, Math.max(path.indexOf('/'), 0));
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
	look(node);
	node.forEachChild((child) => visit(child, look));
}
