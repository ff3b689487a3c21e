/** What {@link NewlyPlaced} remembers: note reference id to cluster id. */
type Members = ReadonlyMap<string, string>;

/** Follows which note was put into a cluster last, from what the clusters' document says each time. */
export class NewlyPlaced {
	private before: Members | undefined;
	private last: string | undefined;

	/**
	 * The reference id of the note that went into a cluster, or into another one, last; undefined until one
	 * did since the first look, and once that one is loose again. Of several at once the last one named.
	 */
	look(members: Members): string | undefined {
		const { before } = this;
		this.before = members;
		if (before)
			for (const [note, cluster] of members) if (before.get(note) !== cluster) this.last = note;
		if (this.last !== undefined && !members.has(this.last)) this.last = undefined;
		return this.last;
	}
}
