import { expect, test } from 'vitest';
import type { Draft } from '#lib/client/board/draft.ts';
import type { LateNote } from '#lib/domain/boards/late-note.ts';
import { BoardWords, type WordsSource } from './board-words.svelte.ts';

function draft(key: string, code: Draft['code']): Draft {
	return { id: key, key, columnId: 'S', text: key, at: 1_000, code };
}
function handed(key: string, state: LateNote['state']): LateNote {
	return { boardId: 'a', key, columnId: 'S', text: key, at: 2_000, handedAt: 3_000, state };
}
function board(over: { unsavedCount?: number; drafts?: Draft[]; late?: Draft[] } = {}) {
	return { unsavedCount: 0, drafts: [], late: [], ...over };
}
function words(over: Partial<WordsSource>): BoardWords {
	return new BoardWords({
		shown: { id: 'a' },
		boards: new Map(),
		revealed: new Map(),
		lateOf: () => [],
		...over
	});
}

test('[PP9] words of any board that the server does not have are not safe', () => {
	expect(words({ boards: new Map([['b', board()]]) }).unsafe).toBe(false);
	expect(words({ boards: new Map([['b', board({ unsavedCount: 1 })]]) }).unsafe).toBe(true);
	const refused = board({ drafts: [draft('k', 'update_refused')] });
	expect(words({ revealed: new Map([['b', refused]]) }).unsafe).toBe(true);
});

test('[OF11] late notes of the shown board are counted by where they stand', () => {
	const here = new Map([['a', board({ late: [draft('one', 'activity_closed')] })]]);
	const revealed = new Map([['a', board({ late: [draft('two', 'activity_closed')] })]]);
	const lateOf = (id: string) =>
		id === 'a' ? [handed('three', 'waiting'), handed('four', 'admitted')] : [];
	const told = words({ boards: here, revealed, lateOf });
	expect([told.late.length, told.lateHere, told.lateThere]).toEqual([4, 2, 1]);
	expect(words({ shown: { id: 'b' }, boards: here, revealed, lateOf }).late).toEqual([]);
	expect(words({ shown: undefined, boards: here, revealed, lateOf }).late).toEqual([]);
});
