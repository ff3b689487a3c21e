import { createHmac } from 'node:crypto';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { columnsOf, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import { stateSchemaOf } from '#lib/domain/activities/activity-state.ts';
import type { Actor } from '#lib/domain/people/actor.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaService } from '../../agenda/agenda.service.ts';
import { newSecret } from '../../auth/secret-hash.ts';
import { listActivityStates } from '../../reads/activity-state.ts';
import { listPresentPeople } from '../../reads/present-people.ts';
import { listStandingNotes } from '../../reads/standing-notes.ts';
import { regionOf, type PlanSources } from '../plan/gather-plan.ts';
import { workshopData, type DataVote, type WorkshopData } from './workshop-json.ts';

/** The services that a workshop's data are gathered from. */
export interface WorkshopSources extends PlanSources {
	readonly agenda: AgendaService;
}

/**
 * The workshop's data without anybody's name. Notes are n001… in the order in which they were written;
 * the key of the pseudonyms is thrown away with the file. Each service checks the actor once more.
 */
export async function gatherWorkshop(
	sources: WorkshopSources,
	actor: Actor,
	workshopId: string,
	wanted: { readonly locale: Locale; readonly exportedAt: number }
): Promise<WorkshopData> {
	const { db } = sources;
	const workshop = await sources.workshops.get(actor, workshopId);
	const organisers = await sources.organisers.list(actor, workshopId);
	const categories = await sources.categories.list(actor, workshopId);
	const agenda = await sources.agenda.list(actor, workshopId);
	const states = await listActivityStates(db, workshopId);
	const proposals = await sources.proposals.list(actor, workshopId);
	const { clusters } = await sources.proposals.material(actor, workshopId);
	const { plan } = await sources.plans.read(actor, workshopId);
	const written = await listStandingNotes(db, workshopId);
	const noteIds = new Map(
		written.map(({ ref }, index) => [ref, `n${String(index + 1).padStart(3, '0')}`])
	);
	const idOf = (ref: string): string[] => [noteIds.get(ref)].flatMap((id) => id ?? []);
	const key = newSecret();
	return workshopData({
		workshop: {
			title: workshop.title,
			programme: workshop.framework,
			objectives: workshop.objectives,
			venue: workshop.venue,
			region: await regionOf(sources.regions, workshop.regionId),
			date: workshop.date,
			startTime: workshop.startTime,
			endTime: workshop.endTime,
			organisers: organisers.map(({ name, role }) => ({ name, role }))
		},
		watermark: workshop.example ? m.document_watermark({}, { locale: wanted.locale }) : null,
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
		participants: await listPresentPeople(db, workshopId),
		groups: (await sources.figures.shown(actor, workshopId)).groups,
		notes: written.flatMap(({ ref, ...note }) => idOf(ref).map((id) => ({ ...note, id }))),
		clusters: clusters.map(({ id, title, notes }) => ({
			id,
			title,
			notes: notes.flatMap(({ ref }) => idOf(ref))
		})),
		votes: await votesOf(sources, actor, workshopId),
		proposals: proposals.map(({ number, text, status, clusterIds, noteKeys }) => ({
			number,
			text,
			status,
			clusters: clusterIds,
			notes: noteKeys.flatMap(idOf)
		})),
		plan: numbered(plan, new Map(proposals.map(({ id, number }) => [id, String(number)]))),
		exportedAt: wanted.exportedAt,
		orderKey: (participantId) => createHmac('sha256', key).update(participantId).digest('hex')
	});
}

async function votesOf(
	{ votes }: WorkshopSources,
	actor: Actor,
	workshopId: string
): Promise<DataVote[]> {
	const published = await votes.published(actor, workshopId);
	return published.map((vote) => ({
		activity: vote.activityId,
		rules: vote.rules,
		unit: vote.unit,
		publishedAt: new Date(vote.publishedAt).toISOString(),
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
	}));
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
