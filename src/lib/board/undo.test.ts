import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, deleteNote, editNoteText, moveNote, notesOf, readNotes } from './board-doc.ts';
import {
	addCluster,
	clustersOf,
	mergeClusters,
	readClusters,
	readMembers
} from './clusters-doc.ts';
import {
	addAction,
	addAxis,
	addObjective,
	addRow,
	readPlan,
	setFields,
	setRow
} from './plan-doc.ts';
import { PLAN_ROOTS } from './plan-entry.ts';
import { newUndoManager } from './undo.ts';

const PSEUDONYM = 'abcdefghijklmnop';

/** Shared types that left the document: none may, whatever is undone. */
function typesThatLeft(doc: Y.Doc): number {
	let left = 0;
	for (const structs of doc.store.clients.values())
		for (const struct of structs)
			if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && struct.deleted)
				left++;
	return left;
}

function board() {
	const doc = new Y.Doc();
	const undo = newUndoManager(doc, ['notes']);
	const key = addNote(doc, { pseudonym: PSEUDONYM, columnId: 'S', text: 'ضعف', at: 7 });
	return { doc, undo, key, note: () => readNotes(doc).find((note) => note.key === key) };
}

describe('undo and redo', () => {
	test('[UN1] undoing a creation leaves a note without words, which is read as absent, and redo brings it back', () => {
		const { doc, undo, key, note } = board();
		undo.undo();
		expect(note()).toBeUndefined();
		expect(notesOf(doc).get(key)?.get('column')).toBe('S');
		expect(notesOf(doc).get(key)?.get('at')).toBe(7);
		undo.redo();
		expect(note()).toMatchObject({ text: 'ضعف', columnId: 'S', createdAt: 7 });
		expect(typesThatLeft(doc)).toBe(0);
	});

	test('[UN2] each change is one step, taken back and done again in order', () => {
		const { doc, undo, key, note } = board();
		moveNote(doc, key, 'W');
		editNoteText(doc, key, 'ضعف التسويق');
		deleteNote(doc, key);
		const states: unknown[] = [];
		const look = (): void => void states.push(note() && [note()?.columnId, note()?.text]);
		for (const turn of ['undo', 'redo'] as const)
			for (let step = 0; step < 4; step++) {
				undo[turn]();
				look();
			}
		expect(states).toEqual([
			['W', 'ضعف التسويق'],
			['W', 'ضعف'],
			['S', 'ضعف'],
			undefined,
			['S', 'ضعف'],
			['W', 'ضعف'],
			['W', 'ضعف التسويق'],
			undefined
		]);
		expect(typesThatLeft(doc)).toBe(0);
	});

	test('[UN3] what others wrote meanwhile stays', () => {
		const { doc, undo, key, note } = board();
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		moveNote(other, key, 'O');
		editNoteText(other, key, 'ضعف واضح', true);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote');
		undo.undo();
		expect(note()).toMatchObject({ text: ' واضح', columnId: 'O', edited: 'somebody' });
	});

	test('[UN4] a wording that somebody else changed stays marked as changed', () => {
		const { doc, key } = board();
		const undo = newUndoManager(doc, ['notes']);
		editNoteText(doc, key, 'ضعف واضح', true);
		undo.undo();
		expect(readNotes(doc)[0]).toMatchObject({ text: 'ضعف', edited: 'somebody' });
		undo.redo();
		expect(readNotes(doc)[0]).toMatchObject({ text: 'ضعف واضح', edited: 'somebody' });
	});

	test('[UN5] undoing a cluster takes it off with its members, and redo brings both back', () => {
		const doc = new Y.Doc();
		const undo = newUndoManager(doc, ['clusters', 'members']);
		const first = addCluster(doc, { ar: 'أ' }, [{ board: 'a03', key: 'n1' }]);
		const second = addCluster(doc, { ar: 'ب' }, [{ board: 'a03', key: 'n1' }]);
		mergeClusters(doc, second, first);
		const look = () => [readClusters(doc).map(({ id }) => id), readMembers(doc).get('a03/n1')];
		undo.undo();
		expect(look()).toEqual([[first, second], second]);
		undo.undo();
		expect(look()).toEqual([[first], first]);
		undo.undo();
		expect(look()).toEqual([[], undefined]);
		expect(clustersOf(doc).size).toBe(2);
		for (let step = 0; step < 3; step++) undo.redo();
		expect(look()).toEqual([[first], first]);
		expect(typesThatLeft(doc)).toBe(0);
	});

	test('[UN6] undoing the creation of an axis, objective or action takes it off the plan', () => {
		const doc = new Y.Doc();
		const undo = newUndoManager(doc, PLAN_ROOTS);
		const axisId = addAxis(doc, { ar: 'محور' });
		const objectiveId = addObjective(doc, axisId, { ar: 'هدف' });
		const action = addAction(doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId });
		setFields(doc, 'actions', action, { cost: 5 });
		undo.undo();
		expect(readPlan(doc).actions[0]?.cost).toBe(null);
		for (let step = 0; step < 3; step++) undo.undo();
		expect(readPlan(doc)).toMatchObject({ axes: [], objectives: [], actions: [] });
		for (let step = 0; step < 4; step++) undo.redo();
		expect(readPlan(doc).actions).toMatchObject([{ id: action, cost: 5, title: { ar: 'صندوق' } }]);
		expect(typesThatLeft(doc)).toBe(0);
	});

	test('[UN6] undoing a row takes it off its list, texts and all, and redo brings it back', () => {
		const doc = new Y.Doc();
		const action = addAction(doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId: 'o' });
		const undo = newUndoManager(doc, PLAN_ROOTS);
		const row = addRow(doc, action, 'partners', { name: 'الغرفة', commitment: 'تكوين' });
		setRow(doc, 'partners', row, { commitment: 'تكوين ومواكبة' });
		const partners = () => readPlan(doc).actions[0]?.partners;
		undo.undo();
		expect(partners()).toEqual([{ id: row, name: 'الغرفة', commitment: 'تكوين' }]);
		undo.undo();
		expect(partners()).toEqual([]);
		undo.redo();
		undo.redo();
		expect(partners()).toEqual([{ id: row, name: 'الغرفة', commitment: 'تكوين ومواكبة' }]);
		expect(typesThatLeft(doc)).toBe(0);
	});
});
