import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { addNote, editNoteText, notesOf } from '#lib/board/board-doc.ts';
import type { DocumentRights } from '#lib/domain/policy.ts';
import { newId } from '#lib/domain/id.ts';
import { boardSchema } from '#lib/gate/schemas/board-schema.ts';
import { Gate } from '#lib/gate/gate.ts';
import { GATE_LIMITS } from '#lib/gate/gate-limits.ts';
import { rounded, verdict, type Outcome, type Verdict } from './row.ts';

/** Microseconds of one decision of the gate, at the median and the 95th percentile. */
interface GateDecision {
	readonly change: 'new note' | 'edit';
	readonly notes: number;
	readonly median: number;
	readonly p95: number;
	readonly decisions: number;
}

/** A note of 120 Arabic characters. */
const TEXT =
	'ضعف التسويق الرقمي للمنتجات المجالية وغياب منصة جهوية مشتركة تجمع التعاونيات والصناع التقليديين وتربطهم بالأسواق البعيد';

/** Microseconds at the median, and how much longer it may take on the larger board. */
const TARGET = 25;
const GROWTH = 1.5;
const FEW = 2000;
const MANY = 10_000;

const PEOPLE = 300;
const ROUNDS = 1000;
const WARM_UP = 500;

/** A board as a workshop leaves it: `notes` notes by 300 people, each of whom wrote from their own client. */
function boardOf(notes: number): { doc: Y.Doc; owners: Map<number, string>; people: string[] } {
	const doc = new Y.Doc();
	const owners = new Map<number, string>();
	const people = Array.from({ length: PEOPLE }, () => newId(16));
	people.forEach((pseudonym, person) => {
		const own = new Y.Doc();
		owners.set(own.clientID, pseudonym);
		for (let index = person; index < notes; index += PEOPLE)
			addNote(own, { pseudonym, columnId: 'S', text: TEXT, at: 1e12 + index });
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(own));
	});
	return { doc, owners, people };
}

/**
 * Measures decisions alone; every update is applied before the next one is judged, as a room does. The
 * sizes take turns, so that what else the machine does falls on all of them.
 */
function measureDecisions(sizes: readonly number[]): GateDecision[] {
	const boards = sizes.map((notes) => new MeasuredBoard(notes));
	for (let round = 0; round < WARM_UP + ROUNDS; round++)
		for (const board of boards) board.decide(round, round >= WARM_UP);
	return boards.flatMap((board) => board.results());
}

/** One decision of the gate, in the form of the bench. */
export function measureGateDecision(): Promise<Outcome> {
	const decisions = measureDecisions([FEW, MANY]);
	const rows = decisions.map(({ change, notes, median, p95, decisions: count }) => ({
		name: 'gate',
		subject: 'tachawor',
		peers: [],
		conditions: { change, notes, decisions: count },
		figures: { 'median µs': rounded(median), 'p95 µs': rounded(p95) }
	}));
	const verdicts = (['new note', 'edit'] as const).flatMap((change) => judged(change, decisions));
	return Promise.resolve({ rows, verdicts });
}

function judged(change: GateDecision['change'], decisions: readonly GateDecision[]): Verdict[] {
	const medianAt = (notes: number): number =>
		decisions.find((row) => row.change === change && row.notes === notes)?.median ?? NaN;
	const [few, many] = [medianAt(FEW), medianAt(MANY)];
	const name = `a decision of the gate, ${change}`;
	return [
		verdict(name, `≤ ${TARGET} µs at ${FEW} notes`, `${rounded(few)} µs`, few <= TARGET),
		verdict(
			name,
			`≤ ${GROWTH} × that at ${MANY} notes`,
			`${rounded(many / few, 2)} ×`,
			many <= GROWTH * few
		)
	];
}

class MeasuredBoard {
	private readonly notes: number;
	private readonly doc: Y.Doc;
	private readonly gate: Gate;
	private readonly phone = new Y.Doc();
	private readonly pseudonym: string;
	private readonly rights: DocumentRights;
	private readonly keys: readonly string[];
	private readonly times: Record<GateDecision['change'], number[]> = { 'new note': [], edit: [] };
	private sent: Uint8Array | undefined;

	constructor(notes: number) {
		const { doc, owners, people } = boardOf(notes);
		const [pseudonym = ''] = people;
		const bindings = { ownerOf: (client: number) => owners.get(client), countOf: () => 1 };
		this.notes = notes;
		this.doc = doc;
		this.pseudonym = pseudonym;
		this.gate = new Gate(doc, boardSchema(), bindings, { ...GATE_LIMITS, notesPerPerson: 10_000 });
		const columns = ['S', 'W', 'O', 'T'];
		this.rights = {
			pseudonym,
			merged: [],
			own: true,
			all: false,
			mark: null,
			columns,
			closed: false
		};
		Y.applyUpdate(this.phone, Y.encodeStateAsUpdate(doc));
		this.keys = [...notesOf(doc).keys()].filter((key) => key.startsWith(pseudonym));
		owners.set(this.phone.clientID, pseudonym);
		this.phone.on('update', (bytes: Uint8Array) => (this.sent = bytes));
	}

	/** One new note and one edit. */
	decide(round: number, counts: boolean): void {
		const { phone, pseudonym, notes, keys } = this;
		addNote(phone, { pseudonym, columnId: 'W', text: TEXT, at: 1e12 + notes + round });
		this.judge('new note', counts);
		const text = `${TEXT.slice(0, 40)} ${round} ${TEXT.slice(40)}`;
		editNoteText(phone, keys[round % keys.length] ?? '', text);
		this.judge('edit', counts);
	}

	results(): GateDecision[] {
		this.gate.destroy();
		return (['new note', 'edit'] as const).map((change) => {
			const times = this.times[change].toSorted((a, b) => a - b);
			const at = (quantile: number): number => times[Math.floor(times.length * quantile)] ?? NaN;
			const decisions = times.length;
			return { change, notes: this.notes, median: at(0.5), p95: at(0.95), decisions };
		});
	}

	private judge(change: GateDecision['change'], counts: boolean): void {
		if (this.sent === undefined) throw new Error('The change wrote nothing.');
		const start = performance.now();
		const writer = { actorId: this.pseudonym, rights: this.rights };
		const verdict = this.gate.judge(this.sent, writer);
		const time = (performance.now() - start) * 1000;
		if (verdict.kind !== 'accepted') throw new Error(`The gate said ${JSON.stringify(verdict)}.`);
		Y.applyUpdate(this.doc, verdict.update);
		if (counts) this.times[change].push(time);
		this.sent = undefined;
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { rows, verdicts } = await measureGateDecision();
	for (const { conditions, figures } of rows) console.log({ ...conditions, ...figures });
	for (const { name, target, figure } of verdicts) console.log(`${name}: ${figure} (${target})`);
}
