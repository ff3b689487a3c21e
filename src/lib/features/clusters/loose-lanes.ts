/** A lane may be longer than another by so many lines before all are dealt anew. */
const UNEVEN = 14;
/** Letters that stand in a line of a note, about. */
const LETTERS = 30;
/** Lines' worth of what a note has around its words. */
const AROUND = 1;

/**
 * Deals notes onto upright lanes of about the same height, in their order. A note keeps its lane while others
 * leave or come, so that nothing jumps under the hand that sorts; only where the lanes became very uneven,
 * or their number changes, all are dealt anew. Rule [CL11].
 */
export class LooseLanes<Note> {
	private kept = new Map<string, number>();
	private lanes = 0;
	private readonly id: (note: Note) => string;
	private readonly text: (note: Note) => string;

	constructor(id: (note: Note) => string, text: (note: Note) => string) {
		this.id = id;
		this.text = text;
	}

	/** `lanes` (one or more) lists that hold each note once, each in the order of `notes`. */
	deal(notes: readonly Note[], lanes: number): Note[][] {
		if (lanes !== this.lanes) this.kept.clear();
		this.lanes = lanes;
		const dealt = this.keep(notes);
		const lines = dealt.map((lane) => lane.reduce((sum, note) => sum + this.lines(note), 0));
		if (Math.max(...lines) - Math.min(...lines) <= UNEVEN) return dealt;
		this.kept.clear();
		return this.keep(notes);
	}

	private keep(notes: readonly Note[]): Note[][] {
		const dealt = Array.from({ length: this.lanes }, (): Note[] => []);
		const lines = new Array<number>(this.lanes).fill(0);
		const places = notes.map((note) => this.kept.get(this.id(note)));
		for (const [index, lane] of places.entries())
			if (lane !== undefined) lines[lane] = (lines[lane] ?? 0) + this.lines(notes[index] as Note);
		const kept = new Map<string, number>();
		for (const [index, note] of notes.entries()) {
			const known = places[index];
			const lane = known ?? lines.indexOf(Math.min(...lines));
			if (known === undefined) lines[lane] = (lines[lane] ?? 0) + this.lines(note);
			kept.set(this.id(note), lane);
			dealt[lane]?.push(note);
		}
		this.kept = kept;
		return dealt;
	}

	private lines(note: Note): number {
		return AROUND + Math.ceil(this.text(note).length / LETTERS);
	}
}
