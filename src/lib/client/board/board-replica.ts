import * as Y from 'yjs';
import { notesOf } from '#lib/board/board-doc.ts';
import { holdsErasedNotes, tellsErasure } from '#lib/board/erase-notes.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import type { BoardKind } from './board-keeping.ts';
import { DeviceReplica } from './device-replica.ts';
import { liveBoardNotes } from './live-board-notes.ts';
import { LiveDocument, type As, type LiveDocumentEvents } from '../live-document.svelte.ts';

/** A copy of the board on this device, and what keeps it in step with the server and with the device. */
export interface BoardReplica {
	/** Under which the device keeps it. */
	readonly name: string;
	readonly live: LiveDocument;
	readonly device: DeviceReplica;
	/** Notes of everybody, oldest first; follows in runes. */
	readonly notes: { readonly current: readonly Note[] };
}

/** What the owner of a replica is told, beside the events of its connection. */
export interface ReplicaEvents extends LiveDocumentEvents {
	/** A note was changed here; inside the transaction, before anything is sent. */
	touched(key: string): void;
	/** The document changed, and what could be sent of it has its number. */
	changed(doc: Y.Doc): void;
	/** The device was read; not `whole` when it takes so long that the replica goes on without. */
	read(doc: Y.Doc, whole: boolean): void;
	/** Another tab of the same person changed a note just now; what could be sent of it has its number. */
	shared(key: string): void;
	/** Nothing is sent before this resolves. */
	readonly ready: Promise<unknown>;
}

/** Opens a replica: reads what the device keeps under its name, then connects. */
export function openReplica(
	of: { name: string; boardId: string; as: As; kind: BoardKind },
	events: ReplicaEvents
): BoardReplica {
	const doc = new Y.Doc();
	const device = new DeviceReplica(of.name, doc, holdsErasedNotes);
	let shared: string[] = [];
	let erased = false;
	notesOf(doc).observeDeep((changes, { local, origin }) => {
		erased ||= origin !== device && changes.some(tellsErasure);
		if (!local && origin !== device.shared) return;
		const tell = local ? (key: string) => events.touched(key) : (key: string) => shared.push(key);
		for (const change of changes) {
			const [key] = change.path;
			if (typeof key === 'string') tell(key);
			else for (const changed of change.keys.keys()) tell(changed);
		}
	});
	const live = new LiveDocument(of.kind, of.boardId, of.as, {
		doc,
		undo: ['notes'],
		// What is lost to the device has to be known before the first frame is counted.
		ready: Promise.all([events.ready, device.loaded.then(() => events.read(doc, false))]),
		events
	});
	void device.read.then(() => events.read(doc, true));
	// After the provider's own handler, so that what could be sent has its number by now.
	doc.on('update', () => {
		events.changed(doc);
		for (const key of shared) events.shared(key);
		shared = [];
		// Once the words are out of the document, and what brought that is kept.
		if (erased) device.forgetDeleted();
		erased = false;
	});
	return { name: of.name, live, device, notes: liveBoardNotes(doc) };
}
