import { expect, test } from 'vitest';
import { authorOfNoteKey, type Note } from '#lib/domain/boards/note.ts';
import type { Draft } from './draft.ts';
import { settleDrafts, type SettledBoard } from './settle-drafts.ts';

const ME = 'abcdefghijklmnop';
const KEY = `${ME}:zzzzzzzzzzzz`;

function draft(over: Partial<Draft> = {}): Draft {
	return { id: KEY, key: KEY, columnId: 'S', text: 'ماء', at: 1_000, code: 'try_later', ...over };
}

function board(over: Partial<SettledBoard> = {}, ...notes: Partial<Note>[]): SettledBoard {
	const standing = notes.map((note) => ({
		key: KEY,
		columnId: 'S',
		text: 'ماء',
		createdAt: 1_000,
		deleted: false,
		edited: false as const,
		...note
	}));
	const find = (key: string) => standing.find((note) => note.key === key);
	return { pseudonym: ME, mayWrite: true, standing: find, ...over };
}

test('[OF10] what the board holds word for word is no draft any more', () => {
	const refused = draft({ code: 'update_refused' });
	expect(settleDrafts([refused], board({}, {})).dropped).toEqual([KEY]);
	expect(settleDrafts([refused], board({}, { text: 'eau' })).dropped).toEqual([]);
	expect(settleDrafts([refused], board({}, { columnId: 'W' })).dropped).toEqual([]);
});

test('[OF10] in doubt the board decides: a note that it holds with other words is no draft, one that it lacks is', () => {
	const doubtful = draft({ code: 'update_refused', doubtful: true });
	expect(settleDrafts([doubtful], board({}, { text: 'eau' }))).toEqual({
		dropped: [KEY],
		kept: [],
		written: []
	});
	expect(settleDrafts([doubtful], board())).toEqual({
		dropped: [],
		kept: [{ ...doubtful, doubtful: false }],
		written: []
	});
});

test('[OF8] words that only waited are written while writing is open', () => {
	const words = draft({ id: 'a', key: null });
	expect(settleDrafts([words], board())).toEqual({ dropped: [], kept: [], written: [words] });
});

test('[OF11] they are late where the board is closed by now, under one key of their author', () => {
	const words = [draft(), draft({ id: 'a', key: null })];
	const { dropped, kept, written } = settleDrafts(words, board({ mayWrite: false }));
	expect([dropped, written]).toEqual([[KEY, 'a'], []]);
	expect(kept.map(({ code }) => code)).toEqual(['activity_closed', 'activity_closed']);
	const [first, second] = kept;
	expect([first?.key, first?.id]).toEqual([KEY, KEY]);
	expect(authorOfNoteKey(second?.key ?? '')).toBe(ME);
	expect(second?.id).toBe(second?.key);
});

test('[OF11] late words without a key get theirs, though writing is open again', () => {
	const late = draft({ id: 'a', key: null, code: 'activity_closed' });
	const { dropped, kept, written } = settleDrafts([late], board());
	expect([dropped, written]).toEqual([['a'], []]);
	expect(kept).toMatchObject([{ text: 'ماء', code: 'activity_closed' }]);
});

test('[OF11] without a pseudonym of their author everything stays as it is', () => {
	const words = [
		draft({ id: 'a', key: null }),
		draft({ id: 'b', key: null, code: 'board_locked' })
	];
	const none = { dropped: [], kept: [], written: [] };
	expect(settleDrafts(words, board({ pseudonym: undefined }))).toEqual(none);
});
