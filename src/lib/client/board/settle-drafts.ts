import { newNoteKey, type Note } from '#lib/domain/boards/note.ts';
import { isLate, type Draft } from './draft.ts';

/** A board as it stands on the server, as far as it decides what becomes of words that are not on it. */
export interface SettledBoard {
	/** One's own pseudonym on it; undefined before the first connection ever made from this device. */
	readonly pseudonym: string | undefined;
	readonly mayWrite: boolean;
	/** The note of a key, deleted or not. */
	standing(key: string): Note | undefined;
}

/** What becomes of drafts: first some are put away, then others are kept in their place or written. */
export interface SettledDrafts {
	/** Ids of those that are drafts no more. */
	readonly dropped: readonly string[];
	/** As they are kept from now on. */
	readonly kept: readonly Draft[];
	/** To be written on the board, and put away then. */
	readonly written: readonly Draft[];
}

/**
 * Decides about drafts once the server's state is known: what the board holds is no draft; what only waited
 * is written, or is late where the board is closed by now; late words get the key under which they are
 * handed in. Rules [OF10] and [OF11].
 */
export function settleDrafts(drafts: readonly Draft[], board: SettledBoard): SettledDrafts {
	const known = drafts.filter((draft) => stands(draft, board));
	const open = drafts.filter((draft) => !known.includes(draft));
	const { pseudonym } = board;
	const waiting = pseudonym === undefined ? [] : open.filter(({ code }) => code === 'try_later');
	const written = board.mayWrite ? waiting : [];
	const late = board.mayWrite ? [] : waiting;
	const keyless = open.filter((draft) => draft.key === null && isLate(draft));
	const named =
		pseudonym === undefined
			? []
			: [...late, ...keyless].map((draft): [Draft, Draft] => [draft, handedIn(draft, pseudonym)]);
	const doubted = open.filter(({ doubtful }) => doubtful);
	return {
		dropped: [...known, ...named.map(([draft]) => draft)].map(({ id }) => id),
		kept: [
			...doubted.map((draft) => ({ ...draft, doubtful: false })),
			...named.map(([, draft]) => draft)
		],
		written
	};
}

function handedIn(draft: Draft, pseudonym: string): Draft {
	const key = draft.key ?? newNoteKey(pseudonym);
	return { ...draft, id: key, key, code: 'activity_closed' };
}

/** The server holds these words; or, where that was in doubt, it holds the note and decided otherwise. */
function stands({ key, text, columnId, doubtful }: Draft, board: SettledBoard): boolean {
	const standing = key === null ? undefined : board.standing(key);
	if (!standing) return false;
	return doubtful === true || (standing.text === text && standing.columnId === columnId);
}
