import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attacksIn } from './attacks-in.ts';
import { PLAYS } from './plays/all-plays.ts';

test('[AT9] each play is an attack of the document', () => {
	const attacks = attacksIn(readFileSync('docs/security.md', 'utf8')).map(({ id }) => id);
	expect(attacks.length).toBeGreaterThan(20);
	expect(attacks).toEqual(expect.arrayContaining(PLAYS.map(({ id }) => id)));
});
