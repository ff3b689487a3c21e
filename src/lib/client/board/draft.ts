import type { ErrorCode } from '#lib/domain/errors.ts';
import type { HandedNote } from '#lib/domain/boards/late-note.ts';

/** Words of one's own that are not on the board and stay on the device until it is clear what becomes of them. */
export interface Draft extends Omit<HandedNote, 'key'> {
	readonly id: string;
	/** The note's key; null where one's pseudonym on the board was not known yet. */
	readonly key: string | null;
	/** Why they are not on the board; `try_later` until the server was reached for the first time. */
	readonly code: ErrorCode;
	/** The board may well hold them: that is found out before anybody is told of them. */
	readonly doubtful?: boolean;
}

/** The words came too late for the board: they are handed in, and never drawn as refused. */
export function isLate({ code }: Pick<Draft, 'code'>): boolean {
	return code === 'activity_closed' || code === 'workshop_closed' || code === 'board_locked';
}

/** Not yet accepted for want of a first contact is no refusal: such words only wait. */
export function isRefused(draft: Pick<Draft, 'code'>): boolean {
	return draft.code !== 'try_later' && !isLate(draft);
}
