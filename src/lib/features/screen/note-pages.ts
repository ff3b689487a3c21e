/** A note as it was measured. `wide` ones take two lanes where there are two. */
export interface MeasuredNote<T> {
	readonly note: T;
	/** Pixels. */
	readonly height: number;
	readonly wide: boolean;
}

/** Where a note stands on its page: lane from 0, lanes taken, pixels from the top. */
export interface PlacedNote<T> {
	readonly note: T;
	readonly lane: number;
	readonly span: number;
	readonly top: number;
}

/** The place that notes flow in. Pixels, but for `lanes`. */
export interface NoteArea {
	readonly lanes: number;
	readonly height: number;
	readonly gap: number;
}

/**
 * Lets notes flow, in their order, into the lane that is least filled, and begins a page when none has
 * room. A note taller than the page has a place at the head of one. Rule [SC6].
 */
export function notePages<T>(
	notes: readonly MeasuredNote<T>[],
	{ lanes, height, gap }: NoteArea
): PlacedNote<T>[][] {
	const pages: PlacedNote<T>[][] = [];
	let filled: number[] = [];
	for (const { note, height: own, wide } of notes) {
		const span = wide ? Math.min(2, lanes) : 1;
		let place = lowest(filled, span);
		if (pages.length === 0 || (place.top > 0 && place.top + own > height)) {
			pages.push([]);
			filled = Array.from({ length: lanes }, () => 0);
			place = { lane: 0, top: 0 };
		}
		pages.at(-1)?.push({ note, span, ...place });
		filled.fill(place.top + own + gap, place.lane, place.lane + span);
	}
	return pages;
}

/** The highest free place that is `span` lanes wide. */
function lowest(filled: readonly number[], span: number): { lane: number; top: number } {
	let best = { lane: 0, top: Infinity };
	for (let lane = 0; lane + span <= filled.length; lane++) {
		const top = Math.max(...filled.slice(lane, lane + span));
		if (top < best.top) best = { lane, top };
	}
	return best;
}
