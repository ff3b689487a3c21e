import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGround, type Ground } from './ground.ts';
import { PLAYS } from './plays/all-plays.ts';

let ground: Ground;
beforeAll(async () => {
	ground = await openGround(6);
});
afterAll(() => ground.stop());

test.each(PLAYS)('[AT9] $id: $what', { timeout: 60_000 }, async (play) => {
	expect(await play.run(ground, 'short')).toEqual([]);
});
