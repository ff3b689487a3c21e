import { expect, test } from 'vitest';
import { capabilityProblems } from './capability-problems.ts';

const FILES = new Map([
	['src/routes/w/[workshop]/+page.svelte', ''],
	['src/routes/list.csv/+server.ts', ''],
	['a.test.ts', "test('[MC1] all is well', () => {});"]
]);
const files = { read: (file: string) => FILES.get(file) };
const HEAD = `
| id | what works | page | proof | missing |
| -- | :--- | -- | -- | -- |
`.replace(':---', '--');

function problems(row: string): string[] {
	return capabilityProblems(HEAD + row, files);
}

test.each([
	'| F-01 | Titles | `/w/[workshop]` | `a.test.ts` [MC1] | |',
	'| S-25 | Lists | `/list.csv` | `a.test.ts` “all is well” | the rest |'
])('[CB1] what is there passes: %s', (row) => {
	expect(problems(row)).toEqual([]);
});

test.each([
	['F-1', '| F-1 | T | `/list.csv` | `a.test.ts` [MC1] | |', 'is no id of a capability'],
	['F-01', '| F-01 | | `/list.csv` | `a.test.ts` [MC1] | |', 'does not say what works'],
	['F-01', '| F-01 | T | `/gone` | `a.test.ts` [MC1] | |', 'there is no page /gone'],
	[
		'F-01',
		'| F-01 | T | everywhere | `a.test.ts` [MC1] | |',
		'"everywhere" is no address in backticks'
	],
	['F-01', '| F-01 | T | `/list.csv` | `b.test.ts` [MC1] | |', 'there is no b.test.ts'],
	['F-01', '| F-01 | T | `/list.csv` | `a.test.ts` [MC2] | |', 'no title in a.test.ts has [MC2]'],
	[
		'F-01',
		'| F-01 | T | `/list.csv` | `a.test.ts` “well done” | |',
		'no title in a.test.ts has well done'
	],
	[
		'F-01',
		'| F-01 | T | `/list.csv` | | |',
		'"" is not a test file in backticks with [RULE] or “title”'
	],
	['F-01', '| F-01 | T | `/list.csv` | `a.test.ts` [MC1] |', 'has 4 cells, not 5']
])('[CB1] what is not there is told: %s %s', (id, row, problem) => {
	expect(problems(row)).toEqual([`${id}: ${problem}`]);
});

test('[CB1] a list without a capability is none', () => {
	expect(capabilityProblems(HEAD, files)).toEqual(['no capability is listed']);
});
