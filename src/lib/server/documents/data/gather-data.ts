import { columnsOf, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import { stateSchemaOf } from '#lib/domain/activities/activity-state.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { m } from '#lib/paraglide/messages.js';
import { listActivityStates } from '../../reads/activity-state.ts';
import { listCategories } from '../../reads/categories.ts';
import { countEverything } from '../../reads/workshop-counts.ts';
import { gatherChain } from '../workshop/gather-chain.ts';
import { gatherFrame } from '../workshop/gather-frame.ts';
import { gatherVotes } from '../workshop/gather-votes.ts';
import type { Gathering } from '../workshop/gathering.ts';
import { noteNumbers } from '../workshop/note-numbers.ts';
import type { WorkshopDataSource } from './workshop-json.ts';

/**
 * The workshop's data, which {@link workshopData} takes the hours from. Notes are n001… board after board.
 */
export async function gatherData(gathering: Gathering): Promise<WorkshopDataSource> {
	const { sources, actor, workshopId, locale, at } = gathering;
	const { db } = sources;
	const { workshop, frame } = await gatherFrame(gathering);
	const categories = await listCategories(db, workshopId);
	const agenda = await sources.agenda.listOf(db, workshopId);
	const states = await listActivityStates(db, workshopId);
	const { proposals, material, notes: written } = await gatherChain(gathering);
	const { plan } = await sources.plans.read(actor, workshopId);
	const numberOf = noteNumbers(written);
	return {
		named: { title: workshop.title, date: workshop.date },
		workshop: {
			title: workshop.title,
			programme: workshop.framework,
			objectives: workshop.objectives,
			venue: workshop.venue,
			region: frame.region,
			date: workshop.date,
			startTime: workshop.startTime,
			endTime: workshop.endTime,
			organisers: frame.organisers.map(({ name, role }) => ({ name, role }))
		},
		watermark: workshop.example ? m.document_watermark({}, { locale }) : null,
		categories: categories.map(({ id, name, expected, observing }) => ({
			id,
			name,
			expected,
			observing
		})),
		agenda: agenda.map((activity) => ({
			id: activity.id,
			kind: activity.kind,
			title: activity.title,
			prompt: activity.prompt,
			startTime: activity.startTime,
			durationMinutes: activity.durationMinutes,
			columns: columnsOf(activity).map(({ id, name }) => ({ id, name })),
			vote: voteRulesOf(activity),
			...(stateSchemaOf(activity) && {
				parameters: activity.parameters,
				state: states.get(activity.id) ?? null
			})
		})),
		groups: (await sources.toldGroups.figures(workshopId)).groups,
		people: (await countEverything(db, workshopId)).participants,
		notes: written.map(({ activityId, columnId, text, categoryId, createdAt, editedBy, ref }) => ({
			id: numberOf(ref)[0] ?? '',
			activity: activityId,
			column: columnId,
			text,
			category: categoryId,
			editedBy,
			createdAt
		})),
		clusters: material.clusters.map(({ id, title, notes }) => ({
			id,
			title,
			notes: notes.flatMap(({ ref }) => numberOf(ref))
		})),
		votes: (await gatherVotes(gathering)).map((vote) => ({
			activity: vote.activityId,
			rules: vote.rules,
			unit: vote.unit,
			publishedAt: vote.publishedAt,
			cited: vote.cited,
			electorate: vote.electorate,
			voters: vote.voters,
			totals:
				vote.outcome?.options.map(({ ref, title, score, rank }) => ({
					cluster: ref,
					title,
					score,
					rank
				})) ?? null,
			groups: vote.groups,
			fingerprint: vote.fingerprint
		})),
		proposals: proposals.map(({ number, text, status, clusterIds, noteKeys }) => ({
			number,
			text,
			status,
			clusters: clusterIds,
			notes: noteKeys.flatMap(numberOf)
		})),
		plan: numbered(plan, new Map(proposals.map(({ id, number }) => [id, String(number)]))),
		exportedAt: at
	};
}

/** Actions name their proposals by the numbers that the file has. */
function numbered(plan: ActionPlan, numberOf: ReadonlyMap<string, string>): ActionPlan {
	return {
		...plan,
		actions: plan.actions.map((action) => ({
			...action,
			proposalIds: action.proposalIds.flatMap((id) => numberOf.get(id) ?? [])
		}))
	};
}
