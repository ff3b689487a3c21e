import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { addNote, editNoteText } from '#lib/board/board-doc.ts';
import type { DocumentRights } from '#lib/domain/policy.ts';
import { newId } from '#lib/domain/id.ts';
import { boardSchema } from '#lib/gate/board-schema.ts';
import { Gate } from '#lib/gate/gate.ts';
import { GATE_LIMITS } from '#lib/gate/gate-limits.ts';

/** Microseconds of one decision of the gate, at the median and the 95th percentile. */
export interface GateDecision {
	readonly change: 'new note' | 'edit';
	readonly notes: number;
	readonly median: number;
	readonly p95: number;
	readonly decisions: number;
}

/** A note of 120 Arabic characters. */
const TEXT =
	'ضعف التسويق الرقمي للمنتجات المجالية وغياب منصة جهوية مشتركة تجمع التعاونيات والصناع التقليديين وتربطهم بالأسواق البعيد';

const PEOPLE = 300;
const ROUNDS = 400;
const WARM_UP = 400;

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

/** Measures decisions alone; every update is applied before the next one is judged, as a room does. */
export function measureGateDecision(sizes: readonly number[] = [2000, 10_000]): GateDecision[] {
	return sizes.flatMap((notes) => [
		measure(notes, 'new note', (doc, pseudonym, round) => {
			addNote(doc, { pseudonym, columnId: 'W', text: TEXT, at: 1e12 + notes + round });
		}),
		measure(notes, 'edit', (doc, pseudonym, round) => {
			const keys = [...doc.getMap('notes').keys()];
			const key = keys.filter((name) => name.startsWith(pseudonym))[round % 5] ?? '';
			editNoteText(doc, key, `${TEXT.slice(0, 40)} ${round} ${TEXT.slice(40)}`);
		})
	]);
}

function measure(
	notes: number,
	change: GateDecision['change'],
	write: (doc: Y.Doc, pseudonym: string, round: number) => void
): GateDecision {
	const { doc, owners, people } = boardOf(notes);
	const bindings = { ownerOf: (client: number) => owners.get(client), countOf: () => 1 };
	const gate = new Gate(doc, boardSchema(), bindings, { ...GATE_LIMITS, notesPerPerson: 10_000 });
	const [pseudonym = ''] = people;
	const rights: DocumentRights = {
		pseudonym,
		own: true,
		all: false,
		columns: ['S', 'W', 'O', 'T'],
		closed: false
	};
	const phone = new Y.Doc();
	Y.applyUpdate(phone, Y.encodeStateAsUpdate(doc));
	owners.set(phone.clientID, pseudonym);
	let sent: Uint8Array | undefined;
	phone.on('update', (bytes: Uint8Array) => (sent = bytes));
	const times: number[] = [];
	for (let round = 0; round < WARM_UP + ROUNDS; round++) {
		write(phone, pseudonym, round);
		if (sent === undefined) throw new Error('The change wrote nothing.');
		const start = performance.now();
		const verdict = gate.judge(sent, { actorId: pseudonym, rights });
		const time = (performance.now() - start) * 1000;
		if (verdict.kind !== 'accepted') throw new Error(`The gate said ${JSON.stringify(verdict)}.`);
		Y.applyUpdate(doc, verdict.update);
		if (round >= WARM_UP) times.push(time);
		sent = undefined;
	}
	gate.destroy();
	times.sort((a, b) => a - b);
	const at = (quantile: number): number => times[Math.floor(times.length * quantile)] ?? NaN;
	return { change, notes, median: at(0.5), p95: at(0.95), decisions: times.length };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
	for (const { change, notes, median, p95 } of measureGateDecision())
		console.log(
			`${change}, ${notes} notes: median ${median.toFixed(1)} µs, p95 ${p95.toFixed(1)} µs`
		);
