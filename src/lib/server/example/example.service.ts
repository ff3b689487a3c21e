import { noteRefId } from '../../board/clusters-doc.ts';
import type { AccountActor } from '../../domain/people/actor.ts';
import { boardFor } from '../../domain/stage/stage.ts';
import type { AccountAdminService } from '../accounts/account-admin.service.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { AgendaService } from '../agenda/agenda.service.ts';
import { createLink, DAY } from '../auth/links.ts';
import { findAccountActor, findGuestActor } from '../access/load-actor.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { CategoryService } from '../categories/category.service.ts';
import type { GroupingService } from '../clusters/grouping.service.ts';
import type { RootDb } from '../db/database.ts';
import type { Pseudonyms } from '../notes/pseudonyms.ts';
import type { OrganiserService } from '../organisers/organiser.service.ts';
import type { GuestLinkService } from '../participants/guest-link.service.ts';
import type { ParticipantService } from '../participants/participant.service.ts';
import type { PlanService } from '../plans/plan.service.ts';
import type { ProposalService } from '../proposals/proposal.service.ts';
import { findBusiestGuest, findExample, findFirstDirector } from '../reads/example-entrances.ts';
import { listFacilitators } from '../reads/facilitators.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { StageService } from '../stage/stage.service.ts';
import { SHIPPED_TEMPLATES } from '../templates/shipped-templates.ts';
import type { VoteService } from '../votes/vote.service.ts';
import type { WorkshopService } from '../workshops/workshop.service.ts';
import { exampleProposalStatus } from './example-action.ts';
import { makeExamplePeople } from './example-people.ts';
import { EXAMPLE } from './example-workshop.ts';
import {
	idOf,
	writeExampleClusters,
	writeExampleNotes,
	writeExamplePlan,
	type Ids
} from './example-writing.ts';

/** Paths by which a person enters the example; all but the screen's work once. */
export interface ExampleLinks {
	readonly facilitator: string;
	readonly participant: string;
	readonly screen: string;
	readonly director: string;
}

export type ExampleService = ReturnType<typeof exampleService>;

/**
 * The shipped example workshop, made through the services as people would make it. It was held to its end
 * and is open again, its first board for writing and everything later filled in.
 */
export function exampleService(deps: {
	db: RootDb;
	sessions: Sessions;
	rooms: Rooms;
	pseudonyms: Pseudonyms;
	accounts: AccountService;
	accountAdmin: AccountAdminService;
	workshops: WorkshopService;
	categories: CategoryService;
	agenda: AgendaService;
	organisers: OrganiserService;
	participants: ParticipantService;
	guestLinks: GuestLinkService;
	stage: StageService;
	groupings: GroupingService;
	votes: VoteService;
	proposals: ProposalService;
	plans: PlanService;
}) {
	const { db, stage } = deps;

	/** Loads the example unless it is there, and gives fresh links. Only for a data folder of its own. */
	async function load(): Promise<ExampleLinks> {
		const workshopId = (await findExample(db)) ?? (await make());
		const facilitator = await leadOf(db, workshopId);
		const signIn = async (actorId: string): Promise<string> =>
			`/link/${await createLink(db, { purpose: 'sign_in', actorId, lifetime: 30 * DAY })}`;
		return {
			facilitator: await signIn(facilitator.id),
			participant: await deps.guestLinks.create(
				await firstGuestOf(db, workshopId),
				workshopId,
				30 * DAY
			),
			screen: `/screen/${await deps.workshops.createScreenLink(facilitator, workshopId, { replacing: true })}`,
			director: await signIn(await directorOf(db))
		};
	}

	async function make(): Promise<string> {
		const { facilitator } = await makeExamplePeople(deps);
		const workshopId = await prepare(facilitator);
		const categories = byExampleId(
			EXAMPLE.stakeholder_categories,
			await deps.categories.list(facilitator, workshopId)
		);
		const activities = byExampleId(EXAMPLE.agenda, await deps.agenda.list(facilitator, workshopId));
		const people = await join(categories);
		const open = async (exampleId: string): Promise<string> => {
			const { version } = await stage.get(facilitator, workshopId);
			const activityId = idOf(activities, exampleId);
			await stage.openActivity(facilitator, workshopId, activityId, version);
			return boardFor(await stage.get(facilitator, workshopId), activityId)?.id ?? '';
		};
		const notes = new Map<string, { board: string; key: string }>();
		for (const exampleId of new Set(EXAMPLE.notes.map((note) => note.activity_id))) {
			const board = await open(exampleId);
			for (const [id, ref] of await writeExampleNotes(deps, exampleId, board, people))
				notes.set(id, ref);
		}
		const [plenary] = await deps.groupings.list(facilitator, workshopId);
		const clusters = await writeExampleClusters(
			deps.rooms,
			plenary?.id ?? '',
			facilitator.id,
			notes
		);
		await vote(facilitator, workshopId, { activities, clusters, people });
		const proposals = await propose(facilitator, workshopId, clusters, notes);
		const { planId } = await deps.plans.read(facilitator, workshopId);
		await writeExamplePlan(deps.rooms, planId, facilitator.id, proposals);
		await closeOnce(facilitator, workshopId);
		await open(EXAMPLE.notes[0]?.activity_id ?? '');
		return workshopId;
	}

	async function prepare(facilitator: AccountActor): Promise<string> {
		const { workshops, organisers } = deps;
		const { join_code: joinCode, date, start_time, end_time, venue } = EXAMPLE.workshop;
		const id = await workshops.create(facilitator, {
			title: SHIPPED_TEMPLATES['fes-meknes'].basics.title,
			origin: { kind: 'template', template: 'fes-meknes' },
			joinCode,
			example: true
		});
		const updated = await workshops.update(facilitator, id, 1, {
			...SHIPPED_TEMPLATES['fes-meknes'].basics,
			venue,
			date,
			startTime: start_time,
			endTime: end_time,
			regionId: 'fes-meknes'
		});
		const [organiser, partner] = EXAMPLE.workshop.organisers;
		await organisers.saveAll(facilitator, id, updated.version, [
			{ name: organiser?.ar ?? '', role: 'organiser', logoId: null },
			{ name: partner?.ar ?? '', role: 'partner', logoId: null }
		]);
		const { version } = await workshops.get(facilitator, id);
		await workshops.openHall(facilitator, id, version);
		return id;
	}

	/** The workshop as it was held came to its end, at which people and notes are told by groups. */
	async function closeOnce(facilitator: AccountActor, workshopId: string): Promise<void> {
		const { version } = await deps.workshops.get(facilitator, workshopId);
		const closed = await deps.workshops.closeHall(facilitator, workshopId, version);
		await deps.workshops.openHall(facilitator, workshopId, closed.version);
	}

	async function join(categories: Ids): Promise<Ids> {
		const people = new Map<string, string>();
		for (const person of EXAMPLE.participants) {
			const { session } = await deps.participants.join(
				{
					code: EXAMPLE.workshop.join_code,
					categoryId: idOf(categories, person.category_id),
					language: person.language === 'fr' ? 'fr' : 'ar',
					name: '',
					organisation: person.organisation_type,
					province: person.province
				},
				{
					device: person.id,
					address: 'example',
					guest: () => Promise.resolve(undefined),
					removed: () => Promise.resolve(false)
				}
			);
			const found = session && (await deps.sessions.validate(session.token));
			if (!session || !found) throw new Error(`${person.id} could not join the example`);
			people.set(person.id, found.actorId);
			await deps.sessions.revoke(session.token);
		}
		return people;
	}

	async function vote(
		facilitator: AccountActor,
		workshopId: string,
		ids: { activities: Ids; clusters: Ids; people: Ids }
	): Promise<void> {
		const { activity_id, ballots } = EXAMPLE.dot_vote;
		const opened = await stage.get(facilitator, workshopId);
		const activityId = idOf(ids.activities, activity_id);
		const voteId = await deps.votes.openVote(facilitator, workshopId, activityId, opened.version);
		for (const [voterId, own] of Map.groupBy(ballots, (ballot) => ballot.voter_id)) {
			const voter = await findGuestActor(db, idOf(ids.people, voterId));
			if (!voter) throw new Error(`${voterId} is no guest of the example`);
			const ballot = Object.fromEntries(
				own.map(({ target_id, dots }) => [idOf(ids.clusters, target_id), dots])
			);
			await deps.votes.castVote(voter, voteId, { ballot, turn: 1, commitment: null });
		}
		const ended = await stage.get(facilitator, workshopId);
		await deps.votes.endVote(facilitator, workshopId, voteId, ended.version);
		const { version } = await stage.get(facilitator, workshopId);
		await deps.votes.publishVote(facilitator, workshopId, voteId, version);
	}

	async function propose(
		facilitator: AccountActor,
		workshopId: string,
		clusters: Ids,
		notes: ReadonlyMap<string, { board: string; key: string }>
	): Promise<Ids> {
		const ids = new Map<string, string>();
		for (const proposal of EXAMPLE.proposals) {
			const id = await deps.proposals.create(facilitator, workshopId, {
				text: { ar: proposal.text_ar },
				status: exampleProposalStatus(proposal),
				clusterIds: proposal.cluster_ids.map((clusterId) => idOf(clusters, clusterId)),
				noteKeys: proposal.note_ids.flatMap((noteId) => {
					const ref = notes.get(noteId);
					return ref ? [noteRefId(ref)] : [];
				})
			});
			ids.set(proposal.id, id);
		}
		return ids;
	}

	return { load };
}

/** The template keeps the example's order, which is what joins the two. */
function byExampleId(
	examples: readonly { readonly id: string }[],
	ours: readonly { readonly id: string }[]
): Ids {
	return new Map(examples.map(({ id }, index) => [id, ours[index]?.id ?? '']));
}

async function leadOf(db: RootDb, workshopId: string): Promise<AccountActor> {
	const lead = (await listFacilitators(db, workshopId)).find((facilitator) => facilitator.lead);
	const actor = lead && (await findAccountActor(db, lead.id));
	if (!actor) throw new Error('the example has no facilitator');
	return actor;
}

async function directorOf(db: RootDb): Promise<string> {
	const director = await findFirstDirector(db);
	if (director === undefined) throw new Error('the example has no director');
	return director;
}

/** Somebody of the cooperatives, whose notes went furthest. */
async function firstGuestOf(db: RootDb, workshopId: string): Promise<string> {
	const guest = await findBusiestGuest(db, workshopId);
	if (guest === undefined) throw new Error('nobody wrote in the example');
	return guest;
}
