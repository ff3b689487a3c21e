import { readNotes } from '#lib/board/board-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import { Clusterer, Mover } from '../crash/writing-person.ts';
import type { FactLedger } from '../crash/fact-ledger.ts';
import type { SeededRandom } from '../fuzz/seeded-random.ts';
import { LiveClient, type LiveClientIdentity } from '../support/sockets/live-client.ts';
import type { SoakPlace } from './soak-phone.ts';

/** Milliseconds between two things that the facilitator does on a board or among the clusters. */
const PACE = 4000;

/** Of a stage that was not moved yet: its document is still empty. */
const FIRST_VERSION = 1;

/** The facilitator: opens one activity after the other, moves notes, and clusters them. */
export class SoakLead {
	private readonly place: SoakPlace;
	private readonly origin: string;
	private readonly who: LiveClientIdentity;
	private readonly random: SeededRandom;
	private readonly stage: LiveClient;
	private readonly clusterer: Clusterer;
	private readonly movers: Mover[] = [];
	private readonly timer: NodeJS.Timeout;
	private boardId: string | undefined;

	constructor(place: SoakPlace, origin: string, who: LiveClientIdentity, random: SeededRandom) {
		this.place = place;
		this.origin = origin;
		this.who = who;
		this.random = random;
		const { syncUrl, workshopId, groupingId } = place;
		this.stage = new LiveClient(syncUrl, `stage.${workshopId}`, who);
		this.clusterer = new Clusterer({ syncUrl, room: `clusters.${groupingId}` }, who, random);
		this.timer = setInterval(() => this.act(), PACE);
	}

	/** In step with the stage, so that the next activity can be opened. */
	get ready(): boolean {
		return this.stage.synced;
	}

	/** Makes an activity the current one, by the form that the page sends, and goes to its board. */
	async open(activityId: string, boardId: string): Promise<void> {
		const seen = readStage(this.stage.doc)?.version ?? FIRST_VERSION;
		const { origin, who, place } = this;
		const response = await fetch(`${origin}/workshops/${place.workshopId}/run?/openActivity`, {
			method: 'POST',
			headers: {
				cookie: who.cookie,
				origin,
				connection: 'close',
				accept: 'application/json',
				'x-sveltekit-action': 'true'
			},
			body: new URLSearchParams({ seen: String(seen), activity: activityId })
		});
		const answer = (await response.json()) as { type: string };
		if (answer.type !== 'success')
			throw new Error(`The activity was not opened: ${JSON.stringify(answer)}`);
		this.boardId = boardId;
		this.movers.at(-1)?.client.provider.disconnect();
		const room = { syncUrl: place.syncUrl, room: `board.${boardId}` };
		this.movers.push(new Mover(room, who, this.random));
	}

	/** Does nothing more. */
	settle(): void {
		clearInterval(this.timer);
		for (const { client } of this.movers) client.provider.connect();
	}

	get settled(): boolean {
		return this.people.every(({ client }) => client.allSaved);
	}

	get problems(): readonly string[] {
		return this.people.flatMap(({ problem }) => problem ?? []);
	}

	get ledgers(): readonly FactLedger[] {
		return this.people.flatMap(({ ledgers }) => ledgers);
	}

	destroy(): void {
		clearInterval(this.timer);
		this.stage.destroy();
		for (const { client } of this.people) client.destroy();
	}

	private get people(): readonly (Mover | Clusterer)[] {
		return [...this.movers, this.clusterer];
	}

	private act(): void {
		const mover = this.movers.at(-1);
		if (!mover || !this.boardId) return;
		if (this.random.chance(0.5)) mover.act();
		else
			this.clusterer.put(
				this.boardId,
				readNotes(mover.client.doc).map(({ key }) => key)
			);
	}
}
