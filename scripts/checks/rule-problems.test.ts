import { describe, expect, test } from 'vitest';
import { ruleProblems } from './rule-problems.ts';
import { testTitles } from './test-titles.ts';

/** Rules that this project does not have, put together so that its own check does not meet them here. */
const named = (id: string) => `[${id}]`;
const [A, B, C] = [named('AA1'), named('AA2'), named('AA3')];

const SPECIFICATION = `
- **${A}** One thing.
- **${B}** Another, as ${A} has it.
`;
const TESTED = { file: 'a.test.ts', text: `test('${A} ${B} hold', () => {});` };

describe('[RU1] what rules and tests do not agree on is told', () => {
	test('nothing where each rule has a test and each name a rule', () => {
		expect(ruleProblems(SPECIFICATION, [TESTED])).toEqual([]);
	});

	test('a rule that no title names, though a comment, a text or a module does', () => {
		const one = { ...TESTED, text: `test('${A}', () => {});` };
		for (const other of [
			{ file: 'b.test.ts', text: `// ${B}` },
			{ file: 'b.test.ts', text: `test('it holds', () => expect('${B}').toBe('${B}'));` },
			{ file: 'b.ts', text: `test('${B} no test file', () => {});` }
		])
			expect(ruleProblems(SPECIFICATION, [one, other])).toEqual([
				`docs/spec.md: no test has ${B} in its title`
			]);
	});

	test('a name that is no rule’s, once a file', () => {
		const comment = { file: 'c.ts', text: `/** Rules ${A} to ${C}; see ${C}. */` };
		expect(ruleProblems(SPECIFICATION, [TESTED, comment])).toEqual([
			`c.ts: ${C} is no rule of docs/spec.md`
		]);
	});

	test('a rule that stands twice', () => {
		expect(ruleProblems(`${SPECIFICATION}- **${A}** Again.\n`, [TESTED])).toEqual([
			`docs/spec.md: ${A} stands twice`
		]);
	});
});

test('[RU1] titles are found however a test is written', () => {
	const text = `
		test('one', () => {});
		test.each([1, 2])('two %s', () => {});
		describe.skipIf(x)('three', () => { it(\`four\`, f); });
		forEachEngine('five', (open) => {});
		for (const n of names) test(\`six \${n} of \${m}\`, f);
		expect('seven').toBe('eight');
	`;
	expect(testTitles('x.test.ts', text)).toEqual([
		'one',
		'two %s',
		'three',
		'four',
		'five',
		'six … of …'
	]);
});
