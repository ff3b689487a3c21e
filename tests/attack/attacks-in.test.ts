import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attacksIn } from './attacks-in.ts';
import { PLAYS } from './plays/all-plays.ts';

test('[AT9] each attack of the document is played from outside or by a test, and each play stands in it', () => {
	const attacks = attacksIn(readFileSync('docs/security.md', 'utf8'));
	const played = new Set(PLAYS.map(({ id }) => id));
	expect(attacks.length).toBeGreaterThan(20);
	expect(attacks.filter(({ id, tests }) => tests.length === 0 && !played.has(id))).toEqual([]);
	expect([...played].filter((id) => !attacks.some((attack) => attack.id === id))).toEqual([]);
});
