import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../db/database.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';
import '../votes/vote.table.ts';

/**
 * True for a participant who took part in their workshop: wrote a note, though it was deleted since, or has
 * voted in a vote that is not published. Who voted in one that is, is known by nobody any more.
 */
export function tookPart({ or, exists, selectFrom }: ExpressionBuilder<Database, 'participant'>) {
	return or([
		exists(
			selectFrom('note')
				.select('note.key')
				.whereRef('note.author_id', '=', 'participant.actor_id')
				.whereRef('note.workshop_id', '=', 'participant.workshop_id')
		),
		exists(
			selectFrom('electorate')
				.select('electorate.vote_id')
				.whereRef('electorate.actor_id', '=', 'participant.actor_id')
				.where('electorate.voted', '=', 1)
		)
	]);
}
