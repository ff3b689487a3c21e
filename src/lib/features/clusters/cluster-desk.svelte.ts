import { SvelteSet } from 'svelte/reactivity';
import {
	addCluster,
	mergeClusters,
	putNotes,
	removeCluster,
	renameCluster,
	takeNotesOut
} from '#lib/board/clusters-doc.ts';
import type { As } from '#lib/client/live-document.svelte.ts';
import { LiveClusters } from '#lib/client/live-clusters.svelte.ts';
import { LiveNotes, type PlacedNote } from '#lib/client/board/live-notes.svelte.ts';
import { foldArabic } from '#lib/domain/text/arabic/fold-arabic.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import { fillClusters } from './fill-clusters.ts';

/** The desk on which a facilitator clusters in one grouping: its notes, the clusters, and what is selected. */
export class ClusterDesk {
	readonly live: LiveClusters;
	private readonly liveNotes: LiveNotes;
	/** Reference ids of the selected notes. */
	readonly selected = new SvelteSet<string>();
	/** Shows only notes that hold these words, folded. */
	search = $state('');
	/** The cluster that the panel shows. */
	openId = $state<string | null>(null);
	/** The cluster that was just made or has no name, until the panel has put the focus into its name. */
	namingId = $state<string | null>(null);
	private lastUsedId = $state<string | null>(null);
	private lastPicked: string | undefined;
	/** A note's words as the search compares them. */
	private readonly foldedWords = new WeakMap<Note, string>();

	constructor(groupingId: string, boards: readonly string[]) {
		const as: As = { account: true };
		this.live = new LiveClusters(groupingId, as);
		this.liveNotes = new LiveNotes(boards, as);
	}

	readonly notes = $derived.by(() => this.liveNotes.all);

	readonly loose = $derived.by(() => {
		const { members } = this.live;
		return this.notes.filter(({ id }) => !members.has(id));
	});

	readonly shownLoose = $derived.by(() => {
		const words = foldArabic(this.search).trim();
		return words === ''
			? this.loose
			: this.loose.filter(({ note }) => this.folded(note).includes(words));
	});

	readonly clusters = $derived.by(() =>
		fillClusters(this.live.clusters, this.notes, this.live.members)
	);

	readonly open = $derived.by(() => this.clusters.find(({ id }) => id === this.openId));

	/** The cluster that notes were last put into from here, while it stands. */
	readonly lastUsed = $derived.by(() => this.clusters.find(({ id }) => id === this.lastUsedId));

	/** The selected notes that still stand, in reading order. */
	readonly selection = $derived.by(() =>
		this.selected.size === 0 ? [] : this.notes.filter(({ id }) => this.selected.has(id))
	);

	get ready(): boolean {
		return this.live.document.synced && this.liveNotes.synced;
	}

	get mayWrite(): boolean {
		return this.live.document.mayWrite;
	}

	/** Selects or unselects a note; with `range` all from the one picked before, within `among`. */
	pick({ id }: PlacedNote, among: readonly PlacedNote[], range: boolean): void {
		const from = range ? among.findIndex((note) => note.id === this.lastPicked) : -1;
		if (from >= 0) {
			const to = among.findIndex((note) => note.id === id);
			for (const between of among.slice(Math.min(from, to), Math.max(from, to) + 1))
				this.selected.add(between.id);
		} else if (!this.selected.delete(id)) this.selected.add(id);
		this.lastPicked = id;
	}

	pickAll(notes: readonly PlacedNote[]): void {
		for (const { id } of notes) this.selected.add(id);
	}

	clearSelection(): void {
		this.selected.clear();
		this.lastPicked = undefined;
	}

	/** Puts notes into a cluster; null takes them out of theirs. One step of undo. */
	place(notes: readonly PlacedNote[], clusterId: string | null): void {
		if (notes.length === 0 || !this.mayWrite) return;
		if (clusterId === null) takeNotesOut(this.live.document.doc, notes);
		else {
			putNotes(this.live.document.doc, clusterId, notes);
			this.lastUsedId = clusterId;
		}
		this.clearSelection();
	}

	/** Makes a cluster of notes and opens it in the panel, to be named. */
	gather(title: LocalizedText, notes: readonly PlacedNote[]): void {
		if (!this.mayWrite) return;
		const id = addCluster(this.live.document.doc, title, notes);
		this.clearSelection();
		this.lastUsedId = id;
		this.name(id);
	}

	/** Opens a cluster in the panel with the focus in its name. */
	name(id: string): void {
		this.openId = id;
		this.namingId = id;
	}

	rename(id: string, title: LocalizedText): void {
		if (!this.mayWrite) return;
		renameCluster(this.live.document.doc, id, title);
	}

	merge(from: string, into: string): void {
		if (!this.mayWrite) return;
		mergeClusters(this.live.document.doc, from, into);
		this.openId = into;
		this.lastUsedId = into;
	}

	remove(id: string): void {
		if (!this.mayWrite) return;
		removeCluster(this.live.document.doc, id);
		if (this.openId === id) this.openId = null;
	}

	undo(): void {
		if (this.mayWrite) this.live.document.undo();
	}

	private folded(note: Note): string {
		let words = this.foldedWords.get(note);
		if (words === undefined) {
			words = foldArabic(note.text);
			this.foldedWords.set(note, words);
		}
		return words;
	}

	destroy(): void {
		this.live.destroy();
		this.liveNotes.destroy();
	}
}
