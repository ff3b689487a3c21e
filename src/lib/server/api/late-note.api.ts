import * as v from 'valibot';
import { LATE_NOTE_STATES, type LateNote } from '../../domain/boards/late-note.ts';
import { HAND_IN_INPUT } from '../late-notes/late-note-input.ts';
import type { Operation } from './operation.ts';

const LATE_NOTES = v.object({
	workshopId: v.string(),
	notes: v.array(
		v.object({
			key: v.string(),
			boardId: v.string(),
			columnId: v.string(),
			text: v.string(),
			at: v.pipe(v.number(), v.description('When it was written, epoch milliseconds.')),
			handedAt: v.pipe(v.number(), v.description('When it came, epoch milliseconds.')),
			state: v.pipe(
				v.picklist(LATE_NOTE_STATES),
				v.description('`admitted` stands on the board, `left` does not and stays in the record.')
			)
		})
	)
});

/** The body of both operations: all of the asker's late notes in the workshop. */
export function lateNotesBody(
	workshopId: string,
	notes: readonly LateNote[]
): v.InferInput<typeof LATE_NOTES> {
	return { workshopId, notes: [...notes] };
}

const WORKSHOP = {
	name: 'workshop',
	in: 'path',
	description: 'The id of the workshop.'
} as const;

const OWN = 'All of the asker’s late notes in the workshop, in the order in which they came.';

export const LATE_NOTE_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/workshops/{workshop}/late-notes',
		id: 'readOwnLateNotes',
		tag: 'writing',
		summary: 'One’s own notes that came after their activity was closed',
		as: 'guest',
		parameters: [WORKSHOP],
		answers: [{ status: 200, description: OWN, schema: LATE_NOTES }],
		errors: ['not_signed_in', 'forbidden']
	},
	{
		method: 'post',
		path: '/api/workshops/{workshop}/late-notes',
		id: 'handInLateNotes',
		tag: 'writing',
		summary: 'Hand in notes that were written before an activity was closed',
		description:
			'All of them are taken, or none. Handing the same in again changes nothing. `stale` says that ' +
			'writing is open again, so that the notes are written in the live room as ever.',
		as: 'guest',
		parameters: [WORKSHOP],
		body: HAND_IN_INPUT,
		answers: [{ status: 200, description: OWN, schema: LATE_NOTES }],
		errors: [
			'not_signed_in',
			'forbidden',
			'not_found',
			'stale',
			'text_empty',
			'text_too_long',
			'too_many_items',
			'too_many_attempts',
			'update_refused',
			'foreign_origin'
		]
	}
];
