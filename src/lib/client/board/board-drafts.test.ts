import { expect, test } from 'vitest';
import { memoryStorage } from '../../../../tests/support/memory-storage.ts';
import { KeptItems } from '../kept/kept-items.ts';
import { BoardDrafts } from './board-drafts.svelte.ts';
import type { Draft } from './draft.ts';

function draft(id: string, code: Draft['code'], doubtful = false): Draft {
	return { id, key: null, columnId: 'S', text: id, at: 1_000, code, doubtful };
}

test('[OF11] late words are told apart from refused ones, and those in doubt are not told of', () => {
	const drafts = new BoardDrafts(new KeptItems<Draft>('d', memoryStorage()));
	drafts.keep([
		draft('late', 'activity_closed'),
		draft('locked', 'board_locked'),
		draft('refused', 'update_refused'),
		draft('waiting', 'try_later'),
		draft('doubtful', 'update_refused', true)
	]);
	expect(drafts.late.map(({ id }) => id)).toEqual(['late', 'locked']);
	expect(drafts.refused.map(({ id }) => id)).toEqual(['refused', 'waiting']);
});

test('[OF11] late words that the server does not take stay as refused ones, also at a later start', () => {
	const storage = memoryStorage();
	const drafts = new BoardDrafts(new KeptItems<Draft>('d', storage));
	drafts.keep([draft('a', 'activity_closed'), draft('b', 'activity_closed')]);
	drafts.refuseLate(['a'], 'text_too_long');
	drafts.drop(['b']);
	const later = new BoardDrafts(new KeptItems<Draft>('d', storage));
	expect([later.late, later.refused]).toMatchObject([[], [{ id: 'a', code: 'text_too_long' }]]);
});
