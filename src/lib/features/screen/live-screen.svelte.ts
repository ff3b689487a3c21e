import { askServer } from '#lib/client/ask-server.ts';
import { LiveNotes, type PlacedNote } from '#lib/client/board/live-notes.svelte.ts';
import { LiveClusters } from '#lib/client/live-clusters.svelte.ts';
import { LiveStage } from '#lib/client/live-stage.svelte.ts';
import type { ScreenFigures } from '#lib/domain/workshops/screen.ts';
import type { ScreenData } from './screen-data.ts';

/** The live side of the projector's page. Browser only; `destroy` when done. */
export class LiveScreen {
	readonly stage: LiveStage;
	figures: ScreenFigures;
	/** No copy of them stays on the projector's computer. */
	private read = $state.raw<LiveNotes | null>(null);
	private boards: readonly string[] = [];
	/** Of the grouping whose clusters the hall sees form; null while it sees none. */
	clusters = $state.raw<LiveClusters | null>(null);
	private grouping: string | null = null;
	private readonly token: string;

	constructor(data: ScreenData) {
		this.token = data.token;
		this.figures = $state.raw(data.figures);
		this.stage = new LiveStage(data.workshop.id, { screen: data.token }, data.stage);
	}

	/** Opens these boards in the place of those before. */
	show(boards: readonly string[]): void {
		if (boards.join() === this.boards.join()) return;
		this.read?.destroy();
		this.boards = boards;
		this.read = boards.length > 0 ? new LiveNotes(boards, { screen: this.token }) : null;
	}

	/** Opens the clusters of this grouping in the place of those before; null for none. */
	showClusters(grouping: string | null): void {
		if (grouping === this.grouping) return;
		this.clusters?.destroy();
		this.grouping = grouping;
		this.clusters = grouping === null ? null : new LiveClusters(grouping, { screen: this.token });
	}

	/** By board, and then oldest first. */
	get notes(): readonly PlacedNote[] {
		return this.read?.all ?? [];
	}

	/** False until the notes of every board came once; true where no board is shown. */
	get arrived(): boolean {
		return this.read?.synced ?? true;
	}

	/** Reads the counts again; the last ones stay while the server cannot be reached. */
	async readFigures(): Promise<void> {
		const { workshopId } = this.figures;
		const answer = await askServer<ScreenFigures>(`/screen/${this.token}/figures`, { workshopId });
		if (answer.ok) this.figures = answer.value;
	}

	destroy(): void {
		this.read?.destroy();
		this.clusters?.destroy();
		this.stage.destroy();
	}
}
