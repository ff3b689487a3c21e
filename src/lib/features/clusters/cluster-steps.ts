import { textIn } from '#lib/domain/text/locale.ts';
import type { PlacedNote } from '#lib/client/board/live-notes.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { toaster } from '#lib/ui/toaster.svelte.ts';
import type { ClusterDesk } from './cluster-desk.svelte.ts';

/** The drop target that makes a new cluster, and the one that takes notes out of theirs. */
export const DROP = { fresh: 'new', loose: 'loose' } as const;

/** What a facilitator does to clusters: each is one step of undo, and the passing message offers it. */
export class ClusterSteps {
	private readonly desk: ClusterDesk;

	constructor(desk: ClusterDesk) {
		this.desk = desk;
	}

	/** Puts notes into a cluster; null takes them out of theirs. */
	place(notes: readonly PlacedNote[], clusterId: string | null): void {
		if (!this.desk.mayWrite) return;
		const count = notes.length;
		this.desk.place(notes, clusterId);
		this.say(
			clusterId === null
				? m.clusters_taken_out({ count })
				: m.clusters_put_in({ count, title: this.titleOf(clusterId) })
		);
	}

	/** Makes a cluster of notes, or an empty one, and opens it. */
	gather(notes: readonly PlacedNote[]): void {
		if (!this.desk.mayWrite) return;
		this.desk.gather({}, notes);
		this.say(m.clusters_made({ count: notes.length }));
	}

	/** Moves all notes of the open cluster into another one. */
	merge(into: string): void {
		const { open } = this.desk;
		if (!open || !this.desk.mayWrite) return;
		const title = this.titleOf(open.id);
		this.desk.merge(open.id, into);
		this.say(m.clusters_merged({ title, into: this.titleOf(into) }));
	}

	/** Takes the open cluster apart. */
	remove(): void {
		const { open } = this.desk;
		if (!open || !this.desk.mayWrite) return;
		const title = this.titleOf(open.id);
		this.desk.remove(open.id);
		this.say(m.clusters_removed({ title }));
	}

	private say(text: string): void {
		const run = (): void => this.desk.undo();
		toaster.show({ text, undo: { label: m.common_undo(), run } });
	}

	private titleOf(clusterId: string): string {
		const cluster = this.desk.clusters.find(({ id }) => id === clusterId);
		return (cluster && textIn(cluster.title, getLocale())) || m.clusters_untitled();
	}
}
