import { describe, expect, test } from 'vitest';
import { facilitator, GatedDocument } from '../../../tests/support/sockets/gated-document.ts';
import {
	addCluster,
	mergeClusters,
	putNotes,
	readClusters,
	readMembers,
	removeCluster,
	renameCluster,
	splitCluster,
	takeNotesOut
} from '../board/clusters-doc.ts';
import {
	addAction,
	addAxis,
	addObjective,
	addRow,
	moveEntry,
	readPlan,
	removeEntry,
	removeRow,
	setFields,
	setPlanTitle,
	setRow
} from '../board/plan-doc.ts';
import { clustersSchema } from './schemas/clusters-schema.ts';
import { planSchema } from './schemas/plan-schema.ts';
import type { Verdict } from './verdict.ts';

const F = facilitator('f');

function accepted(verdicts: readonly Verdict[]): boolean {
	return verdicts.length > 0 && verdicts.every(({ kind }) => kind === 'accepted');
}

const note = (key: string) => ({ board: 'a03', key });

describe('what facilitators do together', () => {
	test('[GT8] they make, fill, merge, split, rename and remove clusters, undo and do again', () => {
		const room = new GatedDocument(clustersSchema());
		const page = room.page(F);
		const { doc, undo } = page;
		const first = addCluster(doc, { ar: 'أ', fr: 'A' }, [note('n1'), note('n2')]);
		const second = addCluster(doc, { ar: 'ب' }, [note('n3')]);
		renameCluster(doc, first, { en: 'a' });
		putNotes(doc, second, [note('n2')]);
		takeNotesOut(doc, [note('n3')]);
		mergeClusters(doc, second, first);
		splitCluster(doc, { ar: 'ج' }, [note('n2')]);
		removeCluster(doc, first);
		for (let step = 0; step < 8; step++) undo.undo();
		for (let step = 0; step < 8; step++) undo.redo();
		for (let step = 0; step < 3; step++) undo.undo();
		expect(accepted(page.send())).toBe(true);
		expect(readClusters(room.doc)).toEqual(readClusters(doc));
		expect(readMembers(room.doc)).toEqual(readMembers(doc));
	});

	test('[GT8] what two of them clustered offline passes, whoever comes first', () => {
		const room = new GatedDocument(clustersSchema());
		const [one, two] = [room.page(F), room.page(facilitator('g'))];
		const first = addCluster(one.doc, { ar: 'أ' }, [note('n1')]);
		one.send();
		two.receive();
		takeNotesOut(one.doc, [note('n1')]);
		removeCluster(one.doc, first);
		one.undo.undo();
		addCluster(two.doc, { ar: 'ب' }, [note('n1'), note('n2')]);
		two.undo.undo();
		two.undo.redo();
		expect(accepted([two.reconnect(), one.reconnect()])).toBe(true);
		two.receive();
		expect(readMembers(two.doc)).toEqual(readMembers(room.doc));
		expect(readMembers(one.doc)).toEqual(readMembers(room.doc));
	});

	test('[GT9] they write every field of a plan, undo and do again', () => {
		const room = new GatedDocument(planSchema());
		const page = room.page(F);
		const { doc, undo } = page;
		setPlanTitle(doc, { ar: 'المخطط', fr: 'Plan' });
		const axis = addAxis(doc, { ar: 'محور' });
		const objectiveId = addObjective(doc, axis, { ar: 'هدف' });
		const action = addAction(doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId });
		const other = addAction(
			doc,
			{ ar: 'منصة' },
			{
				code: '1.1.2',
				objectiveId,
				description: 'وصف',
				level: 'commune',
				location: 'فاس',
				beneficiaries: 'التعاونيات',
				responsible: [{ name: 'الجهة' }, { name: 'الجماعة' }],
				partners: [{ name: 'الغرفة', commitment: 'تكوين' }],
				cost: 1_000_000,
				financing: [{ source: 'الجهة', amount: 500_000, status: 'negotiating' }],
				start: '2026-01',
				end: '2027-12',
				indicators: [{ label: 'عدد', baseline: '0', target: '100', unit: 'متجر', source: 'تقرير' }],
				raci: [{ name: 'الجهة', role: 'accountable' }],
				crossCutting: ['gender'],
				beneficiaryCount: 300,
				risks: [{ label: 'تأخر', level: null, mitigation: '' }],
				priority: 'high',
				quickWin: true,
				status: 'in_progress',
				proposalIds: ['p1']
			}
		);
		setFields(doc, 'actions', action, {
			cost: 5,
			level: null,
			end: undefined,
			title: { fr: 'Fonds' }
		});
		setFields(doc, 'actions', action, { cost: 6, crossCutting: ['youth'] });
		const row = addRow(doc, action, 'partners', { name: 'الغرفة' });
		setRow(doc, 'partners', row, { commitment: 'تكوين التعاونيات' });
		setRow(doc, 'partners', row, { commitment: 'تكوين ومواكبة التعاونيات' });
		removeRow(doc, 'partners', row);
		moveEntry(doc, 'actions', other, -1);
		removeEntry(doc, 'actions', other);
		removeEntry(doc, 'axes', axis);
		for (let step = 0; step < 14; step++) undo.undo();
		for (let step = 0; step < 14; step++) undo.redo();
		for (let step = 0; step < 6; step++) undo.undo();
		expect(accepted(page.send())).toBe(true);
		expect(readPlan(room.doc)).toEqual(readPlan(doc));
	});

	test('[GT9] [TX10] a shared text with any break of lines passes whole, also typed over', () => {
		const room = new GatedDocument(planSchema());
		const [page, other] = [room.page(F), room.page(facilitator('g'))];
		const objectiveId = addObjective(page.doc, addAxis(page.doc, {}), {});
		const description = 'أول\vثان\fثالث\u0085رابع\u2028خامس\u2029سادس\r\nسابع';
		const fields = { code: '1.1.1', objectiveId, description, location: 'فاس\vمكناس' };
		const id = addAction(page.doc, { ar: 'عنوان\vثان' }, fields);
		expect(accepted(page.send())).toBe(true);
		expect(readPlan(room.doc).actions[0]).toMatchObject({ description, location: 'فاس\vمكناس' });
		other.receive();
		setFields(other.doc, 'actions', id, {
			description: `${description.replace(/\v/g, '\n')} ثامن`
		});
		expect(accepted(other.send())).toBe(true);
		expect(readPlan(room.doc).actions[0]?.description).toContain('أول\nثان\fثالث');
	});

	test('[GT9] the same plan passes as one batch from offline', () => {
		const room = new GatedDocument(planSchema());
		const page = room.page(F);
		const { doc, undo } = page;
		const axis = addAxis(doc, { ar: 'محور' });
		for (const title of ['أ', 'ب', 'ج']) setFields(doc, 'axes', axis, { title: { ar: title } });
		undo.undo();
		undo.redo();
		undo.undo();
		removeEntry(doc, 'axes', axis);
		expect(accepted([page.reconnect()])).toBe(true);
		expect(readPlan(room.doc)).toEqual(readPlan(doc));
		expect(page.reconnect()).toEqual({ kind: 'nothing' });
	});
});
