import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, deleteNote, moveNote } from '../../board/board-doc.ts';
import { addAction, addAxis, addObjective, addRow, setFields } from '../../board/plan-doc.ts';
import { GATE_LIMITS } from '../gate-limits.ts';
import { readUpdate } from './read-update.ts';
import { writeUpdate } from './write-update.ts';

function again(bytes: Uint8Array): Uint8Array {
	const { sections, deletes } = readUpdate(bytes, GATE_LIMITS);
	return writeUpdate(new Map(sections.map(({ client, structs }) => [client, structs])), deletes);
}

function appliedTo(bytes: Uint8Array): Uint8Array {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	return Y.encodeStateAsUpdate(doc);
}

test('[GT7] what Yjs writes is read and written again without a loss', () => {
	const board = new Y.Doc();
	const pseudonym = 'a'.repeat(16);
	const key = addNote(board, { pseudonym, columnId: 'S', text: 'ضعف 😀', at: 1e12 });
	addNote(board, { pseudonym, columnId: 'S', text: 'b', at: 1.5 });
	for (const column of ['W', 'O', 'T']) moveNote(board, key, column);
	deleteNote(board, key);
	const plan = new Y.Doc();
	const objectiveId = addObjective(plan, addAxis(plan, { ar: 'محور' }), { ar: 'هدف' });
	const action = addAction(plan, { ar: 'صندوق' }, { code: '1.1.1', objectiveId });
	setFields(plan, 'actions', action, {
		cost: 1e12,
		quickWin: true,
		start: null,
		level: undefined,
		position: 0.5
	});
	const line = { source: 'الجهة', amount: -0, status: 'confirmed' } as const;
	addRow(plan, action, 'financing', line);
	for (const doc of [board, plan]) {
		const bytes = Y.encodeStateAsUpdate(doc);
		expect(appliedTo(again(bytes))).toEqual(appliedTo(bytes));
		expect(again(again(bytes))).toEqual(again(bytes));
	}
});

test('[GT7] what a replica forgot is written again as Yjs reads it', () => {
	const doc = new Y.Doc();
	const list = doc.getArray('list');
	list.insert(0, [new Y.Map(Object.entries({ a: 1, b: 2 })), 1]);
	list.delete(0);
	const bytes = Y.encodeStateAsUpdate(doc);
	expect(
		readUpdate(bytes, GATE_LIMITS).sections[0]?.structs.map(({ content }) => content.kind)
	).toEqual(['deleted', 'gone', 'values']);
	expect(appliedTo(again(bytes))).toEqual(appliedTo(bytes));
});
