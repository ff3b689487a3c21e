import type { Db } from '../db/database.ts';
import '../plans/plan.table.ts';
import '../proposals/proposal.table.ts';
import { plansOf } from './plan-of-workshop.ts';
import { standingNotes } from './standing-notes.ts';

/** The proposals that no action of the plan names, in the order of their numbers. */
export async function proposalsWithoutAction(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('proposal')
		.select('proposal.id')
		.where('proposal.workshop_id', '=', workshopId)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('plan_action_proposal as link')
						.select('link.action_id')
						.where('link.plan_id', 'in', plansOf(db, workshopId))
						.whereRef('link.proposal_id', '=', 'proposal.id')
				)
			)
		)
		.orderBy('proposal.number')
		.execute();
	return rows.map(({ id }) => id);
}

/** `<board>/<key>` of the notes that no proposal with an action is linked to, oldest first. */
export async function untracedNotes(db: Db, workshopId: string): Promise<string[]> {
	const rows = await standingNotes(db, workshopId)
		.select(['note.board_id', 'note.key'])
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('proposal_note as from')
						.innerJoin('plan_action_proposal as link', 'link.proposal_id', 'from.proposal_id')
						.select('from.proposal_id')
						.whereRef('from.board', '=', 'note.board_id')
						.whereRef('from.note_key', '=', 'note.key')
						.where('link.plan_id', 'in', plansOf(db, workshopId))
				)
			)
		)
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	return rows.map(({ board_id, key }) => `${board_id}/${key}`);
}
