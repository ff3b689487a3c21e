import { expect, test } from 'vitest';
import { NewlyPlaced } from './newly-placed.ts';

const members = (...pairs: [note: string, cluster: string][]) => new Map(pairs);

test('[SC9] the note that was placed last is told, once one was placed while the hall looks', () => {
	const placed = new NewlyPlaced();
	expect(placed.look(members(['a', 'water']))).toBeUndefined();
	expect(placed.look(members(['a', 'water'], ['b', 'water']))).toBe('b');
	expect(placed.look(members(['a', 'roads'], ['b', 'water']))).toBe('a');
	expect(placed.look(members(['a', 'roads'], ['b', 'water']))).toBe('a');
	expect(placed.look(members(['b', 'water']))).toBeUndefined();
});
