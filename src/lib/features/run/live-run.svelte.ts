import { forgetErased } from '#lib/client/board/forget-erased.ts';
import { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import { LiveClusters } from '#lib/client/live-clusters.svelte.ts';
import type { ConnectionState } from '#lib/client/live-document.svelte.ts';
import { LiveStage } from '#lib/client/live-stage.svelte.ts';
import type { Cluster } from '#lib/board/clusters-doc.ts';
import { collectsNotes, isClusteredApart } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import { votableClusters } from '#lib/domain/clusters/votable.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { boardsOf, type Stage } from '#lib/domain/stage/stage.ts';
import type { RunData } from './run-data.ts';

const AS = { account: true } as const;

/** The live side of the run page: the stage, the clusters, and the board in the room. Browser only. */
export class LiveRun {
	readonly stage: LiveStage;
	/** Of the current activity's grouping; null while no activity is current. */
	clusters = $state.raw<LiveClusters | null>(null);
	board = $state.raw<LiveBoard | null>(null);
	/** The board of another activity that is looked at; null while none is. */
	looked = $state.raw<LiveBoard | null>(null);
	private boardId: string | null = null;
	private lookedId: string | null = null;
	private groupingId: string | null = null;
	private readonly owner: string;
	private readonly workshopId: string;

	constructor(data: Pick<RunData, 'workshop' | 'stage' | 'me'>) {
		this.owner = data.me;
		this.workshopId = data.workshop.id;
		this.stage = new LiveStage(data.workshop.id, AS, data.stage);
	}

	/** Opens a board in the place of the one before; null closes it. */
	show(boardId: string | null): void {
		if (boardId === this.boardId) return;
		this.board?.destroy();
		this.boardId = boardId;
		this.board = boardId === null ? null : new LiveBoard(boardId, AS, this.owner);
	}

	/** Opens a board to be looked at beside the hall's; null closes it. */
	look(boardId: string | null): void {
		if (boardId === this.lookedId) return;
		this.looked?.destroy();
		this.lookedId = boardId;
		this.looked = boardId === null ? null : new LiveBoard(boardId, AS, this.owner);
	}

	/** Drops what this device keeps of the boards that are not shown, once words were erased in them. Follows in runes. */
	forgetErased(): void {
		if (this.stage.document.synced)
			forgetErased(this.workshopId, this.owner, this.stage.stage, (id) =>
				[this.boardId, this.lookedId].includes(id)
			);
	}

	/** Follows the clusters of a grouping in the place of the one before; null follows none. */
	cluster(groupingId: string | null): void {
		if (groupingId === this.groupingId) return;
		this.clusters?.destroy();
		this.groupingId = groupingId;
		this.clusters = groupingId === null ? null : new LiveClusters(groupingId, AS);
	}

	/** The clusters that can be voted on in an activity. Follows in runes. */
	votable(activity: Activity, stage: Stage): readonly Cluster[] {
		const boards = boardsOf(stage, activity.id).map(({ id }) => id);
		const { clusters } = this;
		return clusters
			? votableClusters(
					clusters,
					collectsNotes(activity) && !isClusteredApart(activity) ? boards : null
				)
			: [];
	}

	/** The worst of the connections, which is what a person should be told. */
	get connection(): ConnectionState {
		const states = this.documents.map(({ connection }) => connection);
		const worst = (['ended', 'offline', 'connecting'] as const).find((state) =>
			states.includes(state)
		);
		return worst ?? 'connected';
	}

	/** Why the server ended a connection for good or refused a change; null while all is well. */
	get error(): ErrorCode | null {
		return this.documents.find(({ error }) => error !== null)?.error ?? null;
	}

	destroy(): void {
		this.board?.destroy();
		this.looked?.destroy();
		this.clusters?.destroy();
		this.stage.destroy();
	}

	private get documents() {
		const open = [this.clusters, this.board, this.looked].flatMap((live) =>
			live ? [live.document] : []
		);
		return [this.stage.document, ...open];
	}
}
