import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { addCluster, noteRefId, type NoteRef } from '#lib/board/clusters-doc.ts';
import { addAction, addAxis, addObjective, setPlanTitle } from '#lib/board/plan-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { FES_MEKNES_BASICS } from '#lib/domain/workshops/fes-meknes-basics.ts';
import { ACCOUNT_COOKIE } from '#lib/server/auth/cookies.ts';
import { exampleAction, exampleProposalStatus } from '#lib/server/example/example-action.ts';
import { makeExamplePeople } from '#lib/server/example/example-people.ts';
import { EXAMPLE } from '#lib/server/example/example-workshop.ts';
import { HttpClient } from '../server/http-client.ts';
import { LiveClient, type LiveClientIdentity } from '../sockets/live-client.ts';
import type { LiveServer } from '../server/live-server.ts';
import { until } from '../until.ts';

/** The example's ids to ours, for everything that was replayed. */
export interface Replayed {
	readonly workshopId: string;
	readonly categories: ReadonlyMap<string, string>;
	readonly activities: ReadonlyMap<string, string>;
	/** Note ids of the example to `<board>/<key>`. */
	readonly notes: ReadonlyMap<string, string>;
	readonly clusters: ReadonlyMap<string, string>;
	readonly proposals: ReadonlyMap<string, string>;
	readonly axes: ReadonlyMap<string, string>;
}

/**
 * Replays the whole example through the HTTP and WebSocket interfaces, as its people did: they join,
 * write, vote; a facilitator clusters, proposes and plans. Every socket is a real y-websocket client.
 */
export async function replayExample(server: LiveServer): Promise<Replayed> {
	const replay = await Replay.begin(server);
	try {
		const notes = await replay.write();
		const clusters = await replay.cluster(notes);
		await replay.vote(clusters);
		const proposals = await replay.propose(clusters, notes);
		const axes = await replay.plan(proposals);
		const { workshopId, categories, activities } = replay;
		const refs = new Map([...notes].map(([id, ref]) => [id, noteRefId(ref)]));
		return { workshopId, categories, activities, notes: refs, clusters, proposals, axes };
	} finally {
		replay.end();
	}
}

class Replay {
	readonly workshopId: string;
	readonly categories: ReadonlyMap<string, string>;
	readonly activities: ReadonlyMap<string, string>;
	private readonly server: LiveServer;
	private readonly facilitator: AccountActor;
	private readonly lead: LiveClientIdentity;
	private readonly people = new Map<string, HttpClient>();
	private readonly clients: LiveClient[] = [];

	private constructor(
		server: LiveServer,
		made: { facilitator: AccountActor; cookie: string; workshopId: string },
		ids: { categories: ReadonlyMap<string, string>; activities: ReadonlyMap<string, string> }
	) {
		this.server = server;
		this.facilitator = made.facilitator;
		this.workshopId = made.workshopId;
		this.lead = { as: 'account', cookie: made.cookie, origin: server.origin };
		this.categories = ids.categories;
		this.activities = ids.activities;
	}

	/** Prepares the workshop and lets the 60 people in, all through `POST /api/join`. */
	static async begin(server: LiveServer): Promise<Replay> {
		const { app } = server;
		const { facilitator } = await makeExamplePeople(app);
		const { token } = await app.sessions.create(facilitator.id);
		const workshopId = await app.workshops.create(facilitator, {
			title: FES_MEKNES_BASICS.title,
			origin: { kind: 'template', template: 'fes-meknes' },
			joinCode: EXAMPLE.workshop.join_code,
			example: true
		});
		await app.workshops.openHall(facilitator, workshopId, 1);
		const byOrder = (
			examples: readonly { id: string }[],
			ours: readonly { id: string }[]
		): Map<string, string> => new Map(examples.map(({ id }, index) => [id, ours[index]?.id ?? '']));
		const replay = new Replay(
			server,
			{ facilitator, cookie: `${ACCOUNT_COOKIE}=${token}`, workshopId },
			{
				categories: byOrder(
					EXAMPLE.stakeholder_categories,
					await app.categories.list(facilitator, workshopId)
				),
				activities: byOrder(EXAMPLE.agenda, await app.agenda.list(facilitator, workshopId))
			}
		);
		await Promise.all(
			EXAMPLE.participants.map(async (person) => {
				const browser = new HttpClient(server.origin);
				await browser.json('POST', '/api/join', {
					code: 'fes 415',
					categoryId: get(replay.categories, person.category_id),
					language: person.language,
					organisation: person.organisation_type,
					province: person.province
				});
				replay.people.set(person.id, browser);
			})
		);
		return replay;
	}

	/** Each activity in turn: it opens, its authors' phones follow the stage and write their notes. */
	async write(): Promise<Map<string, NoteRef>> {
		const written = new Map<string, NoteRef>();
		for (const [exampleId, notes] of Map.groupBy(EXAMPLE.notes, (note) => note.activity_id)) {
			const board = get(this.activities, exampleId);
			await this.open(board);
			const authors = Map.groupBy(notes, (note) => note.author_id);
			await Promise.all(
				[...authors].map(async ([personId, own]) => {
					const phone = this.connect(`board.${board}`, this.identity(personId));
					await until(
						`${personId} may write`,
						() => phone.synced && phone.status?.mayWrite === true
					);
					for (const note of own) {
						const key = addNote(phone.doc, {
							pseudonym: phone.status?.pseudonym ?? '',
							columnId: note.column,
							text: note.text,
							at: Date.parse(note.created_at)
						});
						written.set(note.id, { board, key });
					}
					await until(`${personId}'s notes are saved`, () => phone.allSaved);
				})
			);
			const screen = this.connect(`board.${board}`, this.lead);
			await until(
				'everybody sees all of them',
				() => readNotes(screen.doc).length === notes.length
			);
			this.end();
		}
		return written;
	}

	async cluster(notes: ReadonlyMap<string, NoteRef>): Promise<Map<string, string>> {
		const laptop = this.connect(`clusters.${this.workshopId}`, this.lead);
		await until('the clusters are open', () => laptop.synced);
		const ids = new Map(
			EXAMPLE.clusters.map((cluster) => [
				cluster.id,
				addCluster(
					laptop.doc,
					{ ar: cluster.title_ar, fr: cluster.title_fr },
					cluster.note_ids.map((id) => get(notes, id))
				)
			])
		);
		await until('the clusters are saved', () => laptop.allSaved);
		return ids;
	}

	async vote(clusters: ReadonlyMap<string, string>): Promise<void> {
		const { app } = this.server;
		const { activity_id, ballots } = EXAMPLE.dot_vote;
		const { version } = await app.stage.get(this.facilitator, this.workshopId);
		const activityId = get(this.activities, activity_id);
		const vote = await app.votes.openVote(this.facilitator, this.workshopId, activityId, version);
		const byVoter = Map.groupBy(ballots, (ballot) => ballot.voter_id);
		await Promise.all(
			[...byVoter].map(([voterId, own]) =>
				get(this.people, voterId).json('PUT', `/api/votes/${vote}/ballot`, {
					dots: Object.fromEntries(
						own.map(({ target_id, dots }) => [get(clusters, target_id), dots])
					)
				})
			)
		);
		const after = await app.stage.get(this.facilitator, this.workshopId);
		await app.votes.closeVote(this.facilitator, this.workshopId, vote, after.version);
	}

	async propose(
		clusters: ReadonlyMap<string, string>,
		notes: ReadonlyMap<string, NoteRef>
	): Promise<Map<string, string>> {
		const browser = new HttpClient(this.server.origin, this.lead.cookie);
		const ids = new Map<string, string>();
		for (const proposal of EXAMPLE.proposals) {
			const { proposalId } = await browser.json<{ proposalId: string }>(
				'POST',
				`/api/workshops/${this.workshopId}/proposals`,
				{
					text: { ar: proposal.text_ar },
					status: exampleProposalStatus(proposal),
					clusterIds: proposal.cluster_ids.map((clusterId) => get(clusters, clusterId)),
					noteKeys: proposal.note_ids.map((noteId) => noteRefId(get(notes, noteId)))
				}
			);
			ids.set(proposal.id, proposalId);
		}
		return ids;
	}

	async plan(proposals: ReadonlyMap<string, string>): Promise<Map<string, string>> {
		const { title_ar, axes, objectives, actions } = EXAMPLE.action_plan;
		const laptop = this.connect(`plan.${this.workshopId}`, this.lead);
		await until('the plan is open', () => laptop.synced);
		const { doc } = laptop;
		setPlanTitle(doc, { ar: title_ar });
		const axisIds = new Map(axes.map(({ id, ar, fr }) => [id, addAxis(doc, { ar, fr })]));
		const objectiveIds = new Map(
			objectives.map(({ id, axis_id, ar }) => [
				id,
				addObjective(doc, get(axisIds, axis_id), { ar })
			])
		);
		for (const action of actions) {
			const { title, fields } = exampleAction(action, {
				objective: get(objectiveIds, action.objective_id),
				proposals: action.proposal_ids.map((id) => get(proposals, id))
			});
			addAction(doc, title, fields);
		}
		await until('the plan is saved', () => laptop.allSaved);
		return axisIds;
	}

	end(): void {
		for (const client of this.clients.splice(0)) client.destroy();
	}

	/** Opens an activity and waits until a phone of the hall has followed. */
	private async open(activityId: string): Promise<void> {
		const { stage } = this.server.app;
		const phone = this.connect(`stage.${this.workshopId}`, this.identity('p59'));
		const { version } = await stage.get(this.facilitator, this.workshopId);
		await stage.openActivity(this.facilitator, this.workshopId, activityId, version);
		await until('the phones follow', () => readStage(phone.doc)?.activityId === activityId);
	}

	private identity(personId: string): LiveClientIdentity {
		const { cookie } = get(this.people, personId);
		return { as: this.workshopId, cookie, origin: this.server.origin };
	}

	private connect(room: string, who: LiveClientIdentity): LiveClient {
		const client = new LiveClient(this.server.syncUrl, room, who);
		this.clients.push(client);
		return client;
	}
}

function get<T>(ids: ReadonlyMap<string, T>, id: string): T {
	const value = ids.get(id);
	if (value === undefined) throw new Error(`the example names ${id}, which was not replayed`);
	return value;
}
