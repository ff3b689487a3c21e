import * as v from 'valibot';
import { DomainError, tellingWhere } from '../../domain/errors.ts';
import { LATE_NOTE_LIMITS, type HandedNote } from '../../domain/boards/late-note.ts';
import { LAST_NOTE_TIME, NOTE_TEXT_LIMIT } from '../../domain/boards/note.ts';
import { REFERENCE_LIMIT } from '../../domain/id.ts';
import { requireText } from '../../domain/text/text.ts';

/** What a phone sends to hand notes in. */
export const HAND_IN_INPUT = v.object({
	boardId: v.pipe(
		v.string(),
		v.maxLength(REFERENCE_LIMIT),
		v.description('The board that was closed.')
	),
	notes: v.pipe(
		v.array(
			v.object({
				key: v.pipe(v.string(), v.maxLength(64), v.description('The note’s key on the board.')),
				columnId: v.pipe(
					v.string(),
					v.maxLength(REFERENCE_LIMIT),
					v.description('A column of the board.')
				),
				text: v.pipe(
					v.string(),
					v.maxLength(NOTE_TEXT_LIMIT * 16),
					v.description(`At most ${NOTE_TEXT_LIMIT} characters.`)
				),
				at: v.pipe(
					v.number(),
					v.minValue(0),
					v.maxValue(LAST_NOTE_TIME),
					v.description('When it was written, epoch milliseconds.')
				)
			})
		),
		v.minLength(1),
		v.maxLength(LATE_NOTE_LIMITS.perPerson)
	)
});

/** All notes of a person at their longest, a letter in four bytes, with what stands around each. */
export const HAND_IN_BODY = {
	bytes: LATE_NOTE_LIMITS.perPerson * (NOTE_TEXT_LIMIT * 4 + 300),
	values: LATE_NOTE_LIMITS.perPerson * 6
};

export interface HandIn {
	readonly boardId: string;
	readonly notes: readonly HandedNote[];
}

/**
 * Reads what arrived. Throws `invalid_input` (details: field), and `text_empty` or `text_too_long` with
 * the key of the note that it is about. Of a key that comes twice the last one counts.
 */
export function parseHandIn(sent: unknown): HandIn {
	const result = v.safeParse(HAND_IN_INPUT, sent);
	if (!result.success) {
		const field = v.getDotPath(result.issues[0]);
		throw new DomainError('invalid_input', field === null ? {} : { field });
	}
	const { boardId, notes } = result.output;
	const byKey = new Map(notes.map((note) => [note.key, note]));
	return {
		boardId,
		notes: [...byKey.values()].map((note) => ({
			...note,
			at: Math.trunc(note.at),
			text: noteText(note)
		}))
	};
}

function noteText({ key, text }: { key: string; text: string }): string {
	return tellingWhere({ key }, () => requireText(text, NOTE_TEXT_LIMIT));
}
