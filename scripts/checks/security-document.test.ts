import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attacksIn } from '../../tests/attack/attacks-in.ts';

const DOCUMENT = readFileSync('docs/security.md', 'utf8');
const SPECIFICATION = readFileSync('docs/spec.md', 'utf8');

test('[SD1] every file that the document of security names exists', () => {
	const named = [...DOCUMENT.matchAll(/`((?:src|server|tests|scripts|docs)\/[^`]+)`/g)].map(
		([, path = '']) => path
	);
	expect(named.length).toBeGreaterThan(40);
	expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('[SD1] every rule that it names stands in the specification', () => {
	const named = [...DOCUMENT.matchAll(/\[([A-Z]{2,3}\d+)\]/g)].map(([, rule = '']) => rule);
	expect(named.filter((rule) => !SPECIFICATION.includes(`**[${rule}]**`))).toEqual([]);
});

test('[SD2] every attack has an id of its own and its tests', () => {
	const attacks = attacksIn(DOCUMENT);
	expect(attacks.map(({ id }) => id)).toEqual(attacks.map((_one, index) => `AK${index + 1}`));
	for (const { id, tests } of attacks) expect(tests.length, id).toBeGreaterThan(0);
});

test('[SD2] every requirement is met, not ours or open, and says where or why', () => {
	const rows = DOCUMENT.split('\n').filter((line) => /^\| V\d/.test(line));
	expect(rows.length).toBeGreaterThan(60);
	for (const row of rows) {
		const [, ids, asks, state, why] = row.split('|').map((cell) => cell.trim());
		expect(state, ids).toMatch(/^(met|not ours|open)$/);
		expect(asks, ids).not.toBe('');
		expect(why, ids).not.toBe('');
	}
});
