import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { LiveClient } from '../support/sockets/live-client.ts';
import { until } from '../support/until.ts';
import { newCrowd } from './load/load-process.ts';
import { noteText } from './load/note-text.ts';
import { seededRandom } from './load/random.ts';
import type { Subject, SubjectKind } from './subjects/subject.ts';

/** A client as people have it, beside the load generator's own ones. */
interface RealClient {
	readonly doc: Y.Doc;
	readonly pseudonym: () => string | undefined;
	destroy(): void;
}

/** Milliseconds for each step; a busy machine takes its time. */
const PATIENCE = 30_000;

/** The notes of the check: what stood there before, the real client's, then the generator's. */
const BEFORE = 5;
const REAL = 5;
const GENERATED = 6;

/**
 * Proves that the generator speaks as real clients do: what the one writes the other sees, both ways, and
 * whoever joins afterwards converges, the real client to the same document. Throws when it does not.
 */
export async function selfCheck(kind: SubjectKind, patience = PATIENCE): Promise<void> {
	const subject = await kind.start({ people: 4, notes: BEFORE, capacity: 10_000 });
	const clients: RealClient[] = [];
	const crowd = newCrowd(subject.plan);
	try {
		const one = connect(subject, 0);
		clients.push(one);
		await until('the real client is in step', () => readNotes(one.doc).length === BEFORE, patience);
		await until('the real client knows who it is', () => one.pseudonym() !== undefined, patience);
		const enter = (from: number, notes: number) =>
			crowd.enter({ from, to: from + 1, within: 0, presence: false, notes, patience });
		requireAll((await enter(1, BEFORE)).outOfStep, 'The generator did not get what stood there.');

		addNote(one.doc, {
			pseudonym: one.pseudonym() ?? '',
			columnId: subject.plan.column,
			text: noteText(REAL, seededRandom(1)),
			at: Date.now()
		});
		await until('the generator sees it', () => crowd.held(1, [REAL]).length === 1, patience);

		const { notes } = await crowd.write({
			notesPerSecond: 50,
			seconds: 1,
			seed: 1,
			from: GENERATED,
			patience: 0
		});
		const all = BEFORE + 1 + notes;
		await until('the real client sees them', () => readNotes(one.doc).length === all, patience);

		const late = connect(subject, 2);
		clients.push(late);
		await until('a late real client converges', () => isSame(late.doc, one.doc), patience);
		requireAll((await enter(3, all)).outOfStep, 'A late one of the generator lacks notes.');
		if (crowd.lost.size > 0) throw new Error([...crowd.lost.keys()].join());
	} catch (error) {
		throw new Error(`The load generator is not to be trusted with ${kind.name}.`, { cause: error });
	} finally {
		crowd.leave();
		for (const client of clients) client.destroy();
		await subject.stop();
	}
}

function connect(subject: Subject, index: number): RealClient {
	const { port, origin, visits, tells, hocuspocus } = subject.plan;
	if (hocuspocus !== undefined) return connectHocuspocus(port, hocuspocus);
	const visit = visits[index];
	const path = new URL(visit?.paths[0] ?? '', origin);
	const [folder, room] = splitPath(path.pathname);
	const client = new LiveClient(
		`ws://127.0.0.1:${port}${folder}`,
		room,
		{ as: path.searchParams.get('as') ?? '', cookie: visit?.cookie ?? '', origin },
		{ ack: tells }
	);
	return {
		doc: client.doc,
		pseudonym: () => (tells ? (client.status?.pseudonym ?? undefined) : 'r'.repeat(16)),
		destroy: () => client.destroy()
	};
}

function connectHocuspocus(port: number, name: string): RealClient {
	const doc = new Y.Doc();
	const socket = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}` });
	const provider = new HocuspocusProvider({ websocketProvider: socket, name, document: doc });
	provider.attach();
	return {
		doc,
		pseudonym: () => 'r'.repeat(16),
		destroy() {
			provider.destroy();
			socket.destroy();
		}
	};
}

function splitPath(path: string): [string, string] {
	const at = path.lastIndexOf('/');
	return [path.slice(0, at), path.slice(at + 1)];
}

function isSame(one: Y.Doc, other: Y.Doc): boolean {
	return (
		Buffer.compare(Y.encodeStateVector(one), Y.encodeStateVector(other)) === 0 &&
		JSON.stringify(readNotes(one)) === JSON.stringify(readNotes(other))
	);
}

function requireAll(outOfStep: number, message: string): void {
	if (outOfStep > 0) throw new Error(message);
}
