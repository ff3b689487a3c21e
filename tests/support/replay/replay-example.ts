import { boardFor } from '#lib/domain/stage/stage.ts';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { addCluster, noteRefId, type NoteRef } from '#lib/board/clusters-doc.ts';
import { addAction, addAxis, addObjective, setPlanTitle } from '#lib/board/plan-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import { LOCALES, type LocalizedText } from '#lib/domain/text/locale.ts';
import { exampleAction, exampleProposalStatus } from '#lib/server/example/example-action.ts';
import { EXAMPLE } from '#lib/server/example/example-workshop.ts';
import { SHIPPED_TEMPLATES } from '#lib/server/templates/shipped-templates.ts';
import { HttpClient } from '../server/http-client.ts';
import { LiveClient, type LiveClientIdentity } from '../sockets/live-client.ts';
import { until } from '../until.ts';

/** A new installation, as its operator sees it. */
export interface NewInstallation {
	/** `http://<host>:<port>` */
	readonly origin: string;
	/** The path or address of the set-up link that the start printed. */
	readonly setupLink: string;
}

/** The example's ids to ours, for everything that was replayed, and who may read its figures. */
export interface Replayed {
	readonly workshopId: string;
	readonly voteId: string;
	readonly facilitator: HttpClient;
	readonly director: HttpClient;
	readonly categories: ReadonlyMap<string, string>;
	readonly activities: ReadonlyMap<string, string>;
	/** Note ids of the example to `<board>/<key>`. */
	readonly notes: ReadonlyMap<string, string>;
	readonly clusters: ReadonlyMap<string, string>;
	readonly proposals: ReadonlyMap<string, string>;
	readonly axes: ReadonlyMap<string, string>;
}

/**
 * Replays the whole example on a new installation as its people did, over the interfaces that they have
 * and nothing else: an administrator invites; a facilitator prepares by the pages' forms, opens the hall,
 * the activities and the vote, proposes; people join and vote by the JSON interface; notes, clusters and
 * the plan are written over real y-websocket clients.
 */
export async function replayExample(installation: NewInstallation): Promise<Replayed> {
	const { facilitator, director } = await enter(installation);
	const workshop = await prepare(facilitator);
	const replay = new Replay(installation.origin, facilitator, workshop);
	try {
		await replay.join();
		const notes = await replay.write();
		const clusters = await replay.cluster(notes);
		const voteId = await replay.vote(clusters);
		const proposals = await replay.propose(clusters, notes);
		const axes = await replay.plan(proposals);
		await replay.close();
		const { workshopId, categories, activities } = replay;
		const refs = new Map([...notes].map(([id, ref]) => [id, noteRefId(ref)]));
		const people = { facilitator, director };
		const ids = {
			workshopId,
			voteId,
			categories,
			activities,
			notes: refs,
			clusters,
			proposals,
			axes
		};
		return { ...people, ...ids };
	} finally {
		replay.end();
	}
}

/** The first administrator comes by the set-up link, the others by invitations. */
async function enter({ origin, setupLink }: NewInstallation) {
	const account = async (link: string, mailbox: string): Promise<HttpClient> => {
		const browser = new HttpClient(origin);
		await browser.submit(new URL(link, origin).pathname, '', {
			name: mailbox,
			email: `${mailbox}@example.invalid`,
			password: 'ثلاث زربيات على السطح'
		});
		return browser;
	};
	const administrator = await account(setupLink, 'admin');
	const invite = async (fields: { role: string; regions?: string }): Promise<string> => {
		const { page } = await administrator.submit('/admin', 'invite', fields);
		return found(page, /\/invitation\/\w+/);
	};
	return {
		facilitator: await account(await invite({ role: 'facilitator' }), 'facilitator'),
		director: await account(await invite({ role: 'director', regions: 'fes-meknes' }), 'director')
	};
}

interface PreparedWorkshop {
	readonly workshopId: string;
	readonly joinCode: string;
}

/** The template, with the example's day, place and organisers; then the hall opens. */
async function prepare(facilitator: HttpClient): Promise<PreparedWorkshop> {
	const { date, start_time, end_time, venue, organisers } = EXAMPLE.workshop;
	const created = await facilitator.submit('/workshops/new', '', {
		from: 'fes-meknes',
		...localized('title', SHIPPED_TEMPLATES['fes-meknes'].basics.title)
	});
	const workshopId = found(created.location, /(?<=\/workshops\/)[^/]+/);
	const base = `/workshops/${workshopId}`;
	await facilitator.submit(`${base}/prepare/place`, '', {
		...localized('venue', venue),
		date,
		startTime: start_time,
		endTime: end_time,
		region: 'fes-meknes'
	});
	await facilitator.submit(
		`${base}/prepare/organisers`,
		'',
		Object.fromEntries(
			organisers.flatMap(({ ar }, at) => [
				[`organiser.${at}.name`, ar],
				[`organiser.${at}.role`, at === 0 ? 'organiser' : 'partner']
			])
		)
	);
	await facilitator.submit(`${base}/run`, 'openHall', {});
	const invitation = await facilitator.page(`${base}/prepare/invite`);
	return { workshopId, joinCode: found(invitation, /(?<=\/join\/)[2-9A-Z]{6}/) };
}

class Replay {
	readonly workshopId: string;
	categories: ReadonlyMap<string, string> = new Map();
	activities: ReadonlyMap<string, string> = new Map();
	private readonly origin: string;
	private readonly joinCode: string;
	private readonly facilitator: HttpClient;
	private readonly lead: LiveClientIdentity;
	private readonly people = new Map<string, HttpClient>();
	private readonly clients: LiveClient[] = [];

	constructor(origin: string, facilitator: HttpClient, workshop: PreparedWorkshop) {
		this.origin = origin;
		this.facilitator = facilitator;
		this.workshopId = workshop.workshopId;
		this.joinCode = workshop.joinCode;
		this.lead = { as: 'account', cookie: facilitator.cookie, origin };
	}

	/** All 60 at once, as a hall comes in. The template keeps the example's order, which joins the ids. */
	async join(): Promise<void> {
		const visitor = new HttpClient(this.origin);
		const invitation = await visitor.json<{ categories: { categoryId: string }[] }>(
			'GET',
			`/api/join/${this.joinCode}`
		);
		this.categories = byOrder(
			EXAMPLE.stakeholder_categories,
			invitation.categories.map(({ categoryId }) => categoryId)
		);
		await Promise.all(
			EXAMPLE.participants.map(async (person) => {
				const browser = new HttpClient(this.origin);
				await browser.json('POST', '/api/join', {
					code: this.joinCode.toLowerCase(),
					categoryId: get(this.categories, person.category_id),
					language: person.language,
					organisation: person.organisation_type,
					province: person.province
				});
				this.people.set(person.id, browser);
			})
		);
		const { agenda } = await this.seen();
		this.activities = byOrder(
			EXAMPLE.agenda,
			agenda.map(({ id }) => id)
		);
	}

	/** Each activity in turn: it opens, its authors' phones follow the stage and write their notes. */
	async write(): Promise<Map<string, NoteRef>> {
		const written = new Map<string, NoteRef>();
		for (const [exampleId, notes] of Map.groupBy(EXAMPLE.notes, (note) => note.activity_id)) {
			const board = await this.open(get(this.activities, exampleId));
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
		const { agenda } = await this.seen();
		const laptop = this.connect(`clusters.${agenda[0]?.groupingId ?? ''}`, this.lead);
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

	async vote(clusters: ReadonlyMap<string, string>): Promise<string> {
		const { activity_id, ballots } = EXAMPLE.dot_vote;
		await this.run('openVote', { activity: get(this.activities, activity_id) });
		const vote = (await this.seen()).stage.vote?.id ?? '';
		const byVoter = Map.groupBy(ballots, (ballot) => ballot.voter_id);
		await Promise.all(
			[...byVoter].map(([voterId, own]) =>
				get(this.people, voterId).json('PUT', `/api/votes/${vote}/ballot`, {
					turn: 1,
					ballot: Object.fromEntries(
						own.map(({ target_id, dots }) => [get(clusters, target_id), dots])
					)
				})
			)
		);
		await this.run('endVote', { vote });
		await this.run('publishVote', { vote });
		return vote;
	}

	async propose(
		clusters: ReadonlyMap<string, string>,
		notes: ReadonlyMap<string, NoteRef>
	): Promise<Map<string, string>> {
		const ids = new Map<string, string>();
		for (const proposal of EXAMPLE.proposals) {
			const page = `/workshops/${this.workshopId}/proposals`;
			const { location } = await this.facilitator.submit(page, 'create', {
				...localized('text', { ar: proposal.text_ar }),
				status: exampleProposalStatus(proposal),
				clusterId: proposal.cluster_ids.map((clusterId) => get(clusters, clusterId)),
				noteKey: proposal.note_ids.map((noteId) => noteRefId(get(notes, noteId)))
			});
			ids.set(proposal.id, found(location, /(?<=proposal=)[^&]+/));
		}
		return ids;
	}

	async plan(proposals: ReadonlyMap<string, string>): Promise<Map<string, string>> {
		const { title_ar, axes, objectives, actions } = EXAMPLE.action_plan;
		const page = await this.facilitator.page(`/workshops/${this.workshopId}/plan`);
		const laptop = this.connect(`plan.${found(page, /(?<=planId:")\w+/)}`, this.lead);
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

	/** Opens an activity, waits until a phone of the hall has followed, and gives its board. */
	private async open(activityId: string): Promise<string> {
		const phone = this.connect(`stage.${this.workshopId}`, this.identity('p59'));
		await this.run('openActivity', { activity: activityId });
		await until('the phones follow', () => readStage(phone.doc)?.activityId === activityId);
		const stage = readStage(phone.doc);
		return (stage && boardFor(stage, activityId)?.id) ?? '';
	}

	/** One command of the run page. */
	private async run(command: string, fields: Record<string, string>): Promise<void> {
		await this.facilitator.submit(`/workshops/${this.workshopId}/run`, command, fields);
	}

	/** What a phone is told when it opens the workshop. */
	/** The hall closes, from when on people and notes are told by groups. */
	async close(): Promise<void> {
		const path = `/workshops/${this.workshopId}/run`;
		// A dialog asks first; the page holds the version that its form is made from.
		const seen = found(await this.facilitator.page(path), /(?<=anonymityFloor:\d+,version:)\d+/);
		await this.facilitator.post(path, 'closeHall', { seen });
	}

	private seen(): Promise<{
		agenda: { id: string; groupingId: string }[];
		stage: { vote: { id: string } | null };
	}> {
		return get(this.people, 'p59').json('GET', `/api/workshops/${this.workshopId}/participant`);
	}

	private identity(personId: string): LiveClientIdentity {
		const { cookie } = get(this.people, personId);
		return { as: this.workshopId, cookie, origin: this.origin };
	}

	private connect(room: string, who: LiveClientIdentity): LiveClient {
		const client = new LiveClient(`${this.origin.replace('http', 'ws')}/sync`, room, who);
		this.clients.push(client);
		return client;
	}
}

function get<T>(ids: ReadonlyMap<string, T>, id: string): T {
	const value = ids.get(id);
	if (value === undefined) throw new Error(`the example names ${id}, which was not replayed`);
	return value;
}

function byOrder(
	examples: readonly { id: string }[],
	ours: readonly string[]
): Map<string, string> {
	return new Map(examples.map(({ id }, index) => [id, ours[index] ?? '']));
}

/** A text in several languages as a form sends it. */
function localized(name: string, text: LocalizedText): Record<string, string> {
	return Object.fromEntries(LOCALES.map((locale) => [`${name}.${locale}`, text[locale] ?? '']));
}

function found(text: string, pattern: RegExp): string {
	const [match] = pattern.exec(text) ?? [];
	if (match === undefined) throw new Error(`${pattern.source} is not in ${text.slice(0, 200)}`);
	return match;
}
