import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { OWN_CHANGE } from './board-doc.ts';
import {
	addAction,
	addAxis,
	addObjective,
	addRow,
	completePlan,
	moveEntry,
	readPlan,
	removeEntry,
	removeRow,
	setFields,
	setRow
} from './plan-doc.ts';
import { planRoots } from './plan-entry.ts';

function planDoc() {
	const doc = new Y.Doc();
	const axis = addAxis(doc, { ar: 'التمويل' });
	const objective = addObjective(doc, axis, { ar: 'الولوج' });
	const action = addAction(doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId: objective });
	return { doc, axis, objective, action };
}

test('[PL3] what is added stands at the end, in order', () => {
	const { doc, axis } = planDoc();
	const second = addAxis(doc, { ar: 'الحكامة' });
	expect(readPlan(doc).axes.map(({ id }) => id)).toEqual([axis, second]);
});

test('[PL7] removing is a flag, and undo brings the entry back', () => {
	const { doc, action } = planDoc();
	const undo = new Y.UndoManager(Object.values(planRoots(doc)), {
		trackedOrigins: new Set([OWN_CHANGE]),
		captureTimeout: 0
	});
	removeEntry(doc, 'actions', action);
	expect(readPlan(doc).actions).toEqual([]);
	undo.undo();
	expect(readPlan(doc).actions.map(({ id }) => id)).toEqual([action]);
});

test('[PL7] two who write different fields of one action keep both', () => {
	const { doc, action } = planDoc();
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	setFields(doc, 'actions', action, { cost: 10, title: { fr: 'Fonds' } });
	setFields(other, 'actions', action, { location: 'فاس' });
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
	expect(readPlan(doc).actions[0]).toMatchObject({
		cost: 10,
		location: 'فاس',
		title: { ar: 'صندوق', fr: 'Fonds' }
	});
});

test('[PL7] moving swaps neighbours within their own row, and stops at its ends', () => {
	const { doc, axis, objective } = planDoc();
	const other = addAxis(doc, { ar: 'الحكامة' });
	const elsewhere = addObjective(doc, other, { ar: 'التتبع' });
	const second = addObjective(doc, axis, { ar: 'الضمان' });
	const order = () =>
		readPlan(doc)
			.objectives.filter(({ axisId }) => axisId === axis)
			.map(({ id }) => id);
	moveEntry(doc, 'objectives', second, -1);
	expect(order()).toEqual([second, objective]);
	moveEntry(doc, 'objectives', second, -1);
	expect(order()).toEqual([second, objective]);
	moveEntry(doc, 'axes', axis, 1);
	expect(readPlan(doc).axes.map(({ id }) => id)).toEqual([other, axis]);
	expect(readPlan(doc).objectives.some(({ id }) => id === elsewhere)).toBe(true);
});

test('[PL7] entries with the same position can still be told apart and moved', () => {
	const { doc, axis } = planDoc();
	const other = addAxis(doc, { ar: 'الحكامة' });
	setFields(doc, 'axes', other, { position: 1 });
	setFields(doc, 'axes', axis, { position: 1 });
	const last = readPlan(doc).axes[1]?.id ?? '';
	moveEntry(doc, 'axes', last, -1);
	expect(readPlan(doc).axes[0]?.id).toBe(last);
});

test('[PL1] entries that are not well formed are left out', () => {
	const { doc, axis } = planDoc();
	planRoots(doc).axes.set('NOT AN ID', new Y.Map());
	expect(readPlan(doc).axes.map(({ id }) => id)).toEqual([axis]);
});

test('[PL9] two who add and change rows of one list at once keep both', () => {
	const { doc, action } = planDoc();
	const row = addRow(doc, action, 'financing', { source: 'مجلس الجهة', amount: 5 });
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	addRow(doc, action, 'financing', { source: 'الفلاحة', amount: 7, status: 'confirmed' });
	addRow(other, action, 'financing', { source: 'القطاع الخاص' });
	setRow(doc, 'financing', row, { amount: 6 });
	setRow(other, 'financing', row, { status: 'negotiating' });
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
	const lines = readPlan(doc).actions[0]?.financing ?? [];
	expect(lines).toHaveLength(3);
	expect(lines[0]).toEqual({ id: row, source: 'مجلس الجهة', amount: 6, status: 'negotiating' });
	expect(lines.map(({ source }) => source)).toEqual(
		expect.arrayContaining(['الفلاحة', 'القطاع الخاص'])
	);
	removeRow(doc, 'financing', row);
	expect(readPlan(doc).actions[0]?.financing).toHaveLength(2);
});

test('[PL9] two who write in one long text at once keep both', () => {
	const { doc, action } = planDoc();
	setFields(doc, 'actions', action, { description: 'تكوين التعاونيات' });
	const other = new Y.Doc();
	Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
	setFields(doc, 'actions', action, { description: 'تكوين ومواكبة التعاونيات' });
	setFields(other, 'actions', action, { description: 'تكوين التعاونيات الفلاحية' });
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
	expect(readPlan(doc).actions[0]?.description).toBe('تكوين ومواكبة التعاونيات الفلاحية');
});

test('[PL9] what is written over itself takes nothing from whoever wrote it', () => {
	const { doc, action } = planDoc();
	setFields(doc, 'actions', action, { cost: 10 });
	let changes = 0;
	doc.on('update', () => changes++);
	setFields(doc, 'actions', action, { cost: 10, level: null, quickWin: false, remarks: '' });
	expect(changes).toBe(0);
});

test('[PL10] texts of fields that joined later are completed, once, and what stands stays', () => {
	const { doc, action } = planDoc();
	setFields(doc, 'actions', action, { remarks: 'ملاحظة' });
	const row = addRow(doc, action, 'risks', { label: 'تأخر', mitigation: 'تتبع' });
	const before = readPlan(doc);
	const [own, risk] = [
		planRoots(doc).actions.get(action),
		doc.getMap<Y.Map<unknown>>('risks').get(row)
	];
	own?.delete('rationale');
	expect(risk?.get('mitigation')).toBeInstanceOf(Y.Text);
	completePlan(doc);
	expect(own?.get('rationale')).toBeInstanceOf(Y.Text);
	expect(readPlan(doc)).toEqual(before);
	let changes = 0;
	doc.on('update', () => changes++);
	completePlan(doc);
	expect(changes).toBe(0);
});
