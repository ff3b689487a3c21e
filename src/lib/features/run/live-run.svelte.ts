import { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import { LiveClusters } from '#lib/client/live-clusters.svelte.ts';
import type { ConnectionState } from '#lib/client/live-document.svelte.ts';
import { LiveStage } from '#lib/client/live-stage.svelte.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { RunData } from './run-data.ts';

const AS = { account: true } as const;

/** The live side of the run page: the stage, the clusters, and the board in the room. Browser only. */
export class LiveRun {
	readonly stage: LiveStage;
	readonly clusters: LiveClusters;
	board = $state.raw<LiveBoard | null>(null);
	private boardId: string | null = null;
	private readonly owner: string;

	constructor(data: Pick<RunData, 'workshop' | 'stage' | 'me'>) {
		this.owner = data.me;
		this.stage = new LiveStage(data.workshop.id, AS, data.stage);
		this.clusters = new LiveClusters(data.workshop.id, AS);
	}

	/** Opens the board of an activity in the place of the one before; null closes it. */
	show(activityId: string | null): void {
		if (activityId === this.boardId) return;
		this.board?.destroy();
		this.boardId = activityId;
		this.board = activityId === null ? null : new LiveBoard(activityId, AS, this.owner);
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
		this.clusters.document.destroy();
		this.stage.destroy();
	}

	private get documents() {
		const board = this.board ? [this.board.document] : [];
		return [this.stage.document, this.clusters.document, ...board];
	}
}
