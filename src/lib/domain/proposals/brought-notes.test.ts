import { expect, test } from 'vitest';
import { withBroughtNotes } from './brought-notes.ts';

const water = ['b/1', 'b/2', 'b/3'];
const roads = ['b/4', 'b/5'];

test('[PR11] a cluster brings its notes, unless some of them were chosen', () => {
	expect(withBroughtNotes([], [water])).toEqual(['b/1', 'b/2', 'b/3']);
	expect(withBroughtNotes(['b/2'], [water])).toEqual(['b/2']);
	expect(withBroughtNotes(['b/2', 'b/9'], [water, roads])).toEqual(['b/2', 'b/9', 'b/4', 'b/5']);
	expect(withBroughtNotes(['b/9'], [])).toEqual(['b/9']);
});
