import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	addAction,
	addRow,
	readPlan,
	setFields,
	setPlanTitle,
	setRow
} from '#lib/board/plan-doc.ts';
import { PLAN_ROOTS } from '#lib/board/plan-entry.ts';
import { newUndoManager } from '#lib/board/undo.ts';
import { OverwrittenValues } from './overwritten-values.ts';

/** Two pages of one plan, each with its own watch, and the minute that both go by. */
let now: number;
let action: string;
let row: string;
let one: { doc: Y.Doc; lost: OverwrittenValues };
let other: { doc: Y.Doc; lost: OverwrittenValues };

beforeEach(() => {
	now = 0;
	const start = new Y.Doc();
	action = addAction(start, { ar: 'صندوق' }, { code: '1.1.1', objectiveId: 'o' });
	row = addRow(start, action, 'financing', { source: 'المجلس', amount: 100 });
	const page = () => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(start));
		const lost = new OverwrittenValues(
			doc,
			PLAN_ROOTS,
			(field) => field !== 'position',
			() => now
		);
		return { doc, lost };
	};
	[one, other] = [page(), page()];
});

function meet(): void {
	Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(one.doc)));
	Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)));
}

const amountAt = ({ doc }: { doc: Y.Doc }) => readPlan(doc).actions[0]?.financing[0]?.amount;

test('[PL15] who loses a value to another within a minute is told, and can bring it back', () => {
	setRow(one.doc, 'financing', row, { amount: 500 });
	meet();
	now = 20_000;
	setRow(other.doc, 'financing', row, { amount: 600 });
	meet();
	expect(one.lost.current).toEqual([{ root: 'financing', entry: row, field: 'amount', mine: 500 }]);
	expect(other.lost.current).toEqual([]);
	let told = 0;
	one.lost.observe(() => told++);
	one.lost.bringBack(one.lost.current[0]!);
	expect([amountAt(one), one.lost.current, told]).toEqual([500, [], 1]);
	meet();
	expect(amountAt(other)).toBe(500);
	expect(other.lost.current).toMatchObject([{ mine: 600 }]);
});

test('[PL15] of two who write the same field at once, the one whose value does not stand is told', () => {
	setFields(one.doc, 'actions', action, { title: { ar: 'صندوق الضمان' }, level: 'region' });
	setFields(other.doc, 'actions', action, { title: { ar: 'صندوق جهوي' }, level: 'region' });
	meet();
	const stands = readPlan(one.doc).actions[0]?.title.ar;
	expect(readPlan(other.doc).actions[0]?.title.ar).toBe(stands);
	const [told, kept] = stands === 'صندوق جهوي' ? [one, other] : [other, one];
	expect(told.lost.current).toMatchObject([{ root: 'actions', field: 'title.ar' }]);
	expect(told.lost.current[0]?.mine).not.toBe(stands);
	expect(kept.lost.current).toEqual([]);
});

test('[PL15] after a minute, or over what one did not write, nobody is told', () => {
	setRow(one.doc, 'financing', row, { amount: 500 });
	setPlanTitle(one.doc, { ar: 'خطة' });
	meet();
	now = 60_001;
	setRow(other.doc, 'financing', row, { amount: 600, source: 'الفلاحة' });
	setPlanTitle(other.doc, { fr: 'Plan' });
	meet();
	expect(one.lost.current).toEqual([]);
});

test('[PL15] a value that is written anew, or left, is no longer told of; texts lose nothing', () => {
	setRow(one.doc, 'financing', row, { amount: 500, source: 'الجهة' });
	setFields(one.doc, 'actions', action, { remarks: 'أ' });
	meet();
	setRow(other.doc, 'financing', row, { amount: 600, source: 'الفلاحة' });
	setFields(other.doc, 'actions', action, { remarks: 'ب' });
	meet();
	expect(one.lost.current.map(({ field }) => field).toSorted()).toEqual(['amount', 'source']);
	setRow(one.doc, 'financing', row, { amount: 700 });
	expect(one.lost.current.map(({ field }) => field)).toEqual(['source']);
	one.lost.leave(one.lost.current[0]!);
	expect(one.lost.current).toEqual([]);
});

test('[PL15] what one’s own undo brought back and another wrote over is told of as well', () => {
	const undo = newUndoManager(one.doc, PLAN_ROOTS);
	setRow(one.doc, 'financing', row, { amount: 500 });
	undo.undo();
	meet();
	setRow(other.doc, 'financing', row, { amount: 600 });
	meet();
	expect(one.lost.current).toMatchObject([{ field: 'amount', mine: 100 }]);
});
