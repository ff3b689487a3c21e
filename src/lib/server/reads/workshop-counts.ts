import { PAUSE_KINDS } from '../../domain/activities/activities.ts';
import type { WorkshopCounts } from '../../domain/workshops/workshop-figures.ts';
import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../categories/category.table.ts';
import '../clusters/cluster.table.ts';
import '../clusters/grouping.table.ts';
import '../plans/plan.table.ts';
import '../proposals/proposal.table.ts';
import { peopleWhoMayVote } from './electorate.ts';
import { plansOf } from './plan-of-workshop.ts';
import { presentPeople } from './present-people.ts';
import { clusteredNotes, standingNotes } from './standing-notes.ts';

/** How many there are of each in a workshop. One statement, so that no two counts are of different moments. */
export async function countEverything(db: Db, workshopId: string): Promise<WorkshopCounts> {
	const of = (table: 'category' | 'activity' | 'proposal') =>
		db.selectFrom(table).where(`${table}.workshop_id`, '=', workshopId);
	const inPlan = (table: 'plan_axis' | 'plan_objective' | 'plan_action') =>
		db.selectFrom(table).where(`${table}.plan_id`, 'in', plansOf(db, workshopId));
	const row = await db
		.selectNoFrom(({ fn }) => {
			const count = fn.countAll().as('n');
			return [
				of('category').select(count).as('categories'),
				presentPeople(db, workshopId).select(count).as('participants'),
				peopleWhoMayVote(db, workshopId).select(count).as('voters'),
				of('activity').select(count).as('agendaItems'),
				db
					.selectFrom('activity')
					.where('activity.workshop_id', '=', workshopId)
					.where('activity.kind', 'not in', PAUSE_KINDS)
					.select(count)
					.as('activitiesExcludingBreaks'),
				standingNotes(db, workshopId).select(count).as('notes'),
				// Once, though a note may be in a cluster of several groupings.
				db
					.selectFrom(
						clusteredNotes(db, workshopId)
							.select(['note.board_id', 'note.key'])
							.distinct()
							.as('clustered')
					)
					.select(count)
					.as('clusteredNotes'),
				db
					.selectFrom('cluster')
					.innerJoin('grouping', 'grouping.id', 'cluster.grouping_id')
					.where('grouping.workshop_id', '=', workshopId)
					.where('cluster.deleted', '=', 0)
					.select(count)
					.as('clusters'),
				of('proposal').select(count).as('proposals'),
				inPlan('plan_axis').select(count).as('axes'),
				inPlan('plan_objective').select(count).as('objectives'),
				inPlan('plan_action').select(count).as('actions')
			];
		})
		.executeTakeFirstOrThrow();
	const counts = Object.fromEntries(
		Object.entries(row).map(([name, count]) => [name, Number(count)])
	) as Record<keyof typeof row, number>;
	return { ...counts, unclusteredNotes: counts.notes - counts.clusteredNotes };
}
