import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { OWN_CHANGE } from './board-doc.ts';
import {
	addCluster,
	clustersOf,
	membersOf,
	mergeClusters,
	noteRefId,
	putNotes,
	readClusters,
	readMembers,
	removeCluster,
	splitCluster,
	takeNotesOut,
	type NoteRef
} from './clusters-doc.ts';

const note = (key: string, board = 'a03'): NoteRef => ({ board, key });

function undoable(doc: Y.Doc): Y.UndoManager {
	return new Y.UndoManager([clustersOf(doc), membersOf(doc)], {
		trackedOrigins: new Set([OWN_CHANGE]),
		captureTimeout: 0
	});
}

describe('clusters', () => {
	test('[CL1] a note is in at most one cluster, whoever moves it at the same time', () => {
		const doc = new Y.Doc();
		const a = addCluster(doc, { ar: 'أ' }, [note('n1')]);
		const b = addCluster(doc, { ar: 'ب' }, []);
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		putNotes(doc, b, [note('n1')]);
		takeNotesOut(other, [note('n1')]);
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
		expect([...readMembers(doc)]).toEqual([...readMembers(other)]);
		expect([...readMembers(doc).values()].filter((id) => id === a)).toEqual([]);
	});

	test('[CL2] clusters hold notes of several activities', () => {
		const doc = new Y.Doc();
		const id = addCluster(doc, { fr: 'Financement' }, [note('n1', 'a03'), note('n1', 'a04')]);
		expect(readMembers(doc)).toEqual(
			new Map([
				['a03/n1', id],
				['a04/n1', id]
			])
		);
	});

	test('[CL3] merging moves every note, deletes nothing, and is one step of undo', () => {
		const doc = new Y.Doc();
		const from = addCluster(doc, { ar: 'أ' }, [note('n1'), note('n2')]);
		const into = addCluster(doc, { ar: 'ب' }, [note('n3')]);
		const undo = undoable(doc);
		mergeClusters(doc, from, into);
		expect([...readMembers(doc).values()]).toEqual([into, into, into]);
		expect(readClusters(doc).map(({ id }) => id)).toEqual([into]);
		undo.undo();
		expect(readMembers(doc).get(noteRefId(note('n1')))).toBe(from);
		expect(readClusters(doc).map(({ id }) => id)).toEqual([from, into]);
	});

	test('[CL4] splitting takes the chosen notes into a new cluster, as one step of undo', () => {
		const doc = new Y.Doc();
		const whole = addCluster(doc, { ar: 'أ' }, [note('n1'), note('n2')]);
		const undo = undoable(doc);
		const part = splitCluster(doc, { ar: 'ب' }, [note('n2')]);
		expect([...readMembers(doc).values()]).toEqual([whole, part]);
		undo.undo();
		expect([...readMembers(doc).values()]).toEqual([whole, whole]);
	});

	test('[CL5] notes of a removed cluster are unclustered again', () => {
		const doc = new Y.Doc();
		const id = addCluster(doc, { ar: 'أ' }, [note('n1')]);
		removeCluster(doc, id);
		expect(readMembers(doc).size).toBe(0);
		expect(readClusters(doc)).toEqual([]);
	});
});
