/** Heights of a list's rows as they were drawn, in pixels by id. */
export class RowHeights {
	private readonly heights = new Map<string, number>();

	/** Undefined for a row that was never drawn in this width. */
	of(id: string): number | undefined {
		return this.heights.get(id);
	}

	/** Gives true when the height is another one than was known, by half a pixel or more. */
	learn(id: string, height: number): boolean {
		if (Math.abs((this.heights.get(id) ?? 0) - height) < 0.5) return false;
		this.heights.set(id, height);
		return true;
	}

	/** Forgets all rows but these. */
	keep(ids: Iterable<string>): void {
		const kept = new Set(ids);
		for (const id of this.heights.keys()) if (!kept.has(id)) this.heights.delete(id);
	}
}
