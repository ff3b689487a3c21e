import { testTitles } from './test-titles.ts';

/** Where the check looks: by paths from the project's folder. */
export interface ProjectFiles {
	/** Undefined when there is no such file. */
	read(file: string): string | undefined;
}

const ID = /^[FWDSO]-\d\d$/;
const PAGE = /^`(\/[^`]*)`$/;
const PROOF = /^`([^`]+\.test\.ts)` (?:(\[[A-Z0-9]+\])|“(.+)”)$/;

/** What makes an address of a route answer. */
const ANSWERS = ['+page.svelte', '+server.ts'];

/**
 * What is wrong in a list of capabilities, a line each: a row that says too little, a page without a route, a
 * proof whose file or title is not there. A row is `| id | what works | page | proof | missing |`.
 */
export function capabilityProblems(list: string, files: ProjectFiles): string[] {
	const rows = list
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim())
		)
		.filter(([first = '']) => first !== 'id' && !/^-+$/.test(first));
	if (rows.length === 0) return ['no capability is listed'];
	return rows.flatMap((row) =>
		rowProblems(row, files).map((problem) => `${row[0] ?? ''}: ${problem}`)
	);
}

function rowProblems(row: readonly string[], files: ProjectFiles): string[] {
	if (row.length !== 5) return [`has ${row.length} cells, not 5`];
	const [id = '', works = '', page = '', proof = ''] = row;
	return [
		...(ID.test(id) ? [] : ['is no id of a capability']),
		...(works ? [] : ['does not say what works']),
		...pageProblems(page, files),
		...proofProblems(proof, files)
	];
}

function pageProblems(page: string, files: ProjectFiles): string[] {
	const [, path] = PAGE.exec(page) ?? [];
	if (path === undefined) return [`${JSON.stringify(page)} is no address in backticks`];
	const answers = ANSWERS.some((name) => files.read(`src/routes${path}/${name}`) !== undefined);
	return answers ? [] : [`there is no page ${path}`];
}

function proofProblems(proof: string, files: ProjectFiles): string[] {
	const [, file, rule, words] = PROOF.exec(proof) ?? [];
	const wanted = rule ?? words;
	if (file === undefined || wanted === undefined)
		return [`${JSON.stringify(proof)} is not a test file in backticks with [RULE] or “title”`];
	const text = files.read(file);
	if (text === undefined) return [`there is no ${file}`];
	return testTitles(file, text).some((title) => title.includes(wanted))
		? []
		: [`no title in ${file} has ${wanted}`];
}
