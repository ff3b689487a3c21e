import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	addAction,
	addAxis,
	addObjective,
	addRow,
	readPlan,
	removeEntry,
	removeRow,
	setFields,
	setPlanTitle,
	setRow
} from '#lib/board/plan-doc.ts';
import { planRoots } from '#lib/board/plan-entry.ts';
import { LIST_NAMES } from '#lib/domain/plan/action-fields.ts';
import type { App } from '#lib/server/app.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { projectPlan } from '#lib/server/plans/plan-projection.ts';
import { roomContents } from '#lib/server/room-contents.ts';
import { verifyRooms } from '#lib/server/rooms/log/verify-rooms.ts';
import { SeededRandom } from '../../fuzz/seeded-random.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';

forEachEngine('the rows of a plan', (open) => {
	let app: App;
	let made: MadeWorkshop;
	beforeEach(async () => {
		app = await openApp(await open());
		made = await makeWorkshop(app.db);
	});
	afterEach(() => app.close());

	const read = async () =>
		(await app.plans.read(facilitator(made.facilitatorId), made.workshopId)).plan;
	const change = (write: (doc: Y.Doc) => void) =>
		app.rooms.change('plan', made.planId, null, write);

	async function disagreements(): Promise<unknown> {
		const contents = roomContents(app.db, await openPseudonyms(app.db));
		return (await verifyRooms(app.db, contents, { rebuild: false })).disagreements;
	}

	test('[PL16] are those of the document after any edits, and those that it gives when it is built anew', async () => {
		const random = new SeededRandom(7);
		for (let round = 0; round < 12; round++) await change((doc) => editAtRandom(doc, random));
		expect(await read()).toEqual(await app.rooms.read('plan', made.planId, readPlan));
		expect(await disagreements()).toEqual([]);
	});

	test('[PL16] a change writes the entries that it changed and no others', () => {
		const doc = new Y.Doc();
		const projection = projectPlan(made.planId, doc);
		const objectiveId = addObjective(doc, addAxis(doc, { ar: 'محور' }), { ar: 'هدف' });
		const actions = Array.from({ length: 40 }, (_, at) =>
			addAction(
				doc,
				{ ar: `إجراء ${at}` },
				{ code: `1.1.${at}`, objectiveId, financing: [{ source: 'x', amount: 5 }] }
			)
		);
		expect(projection.take(app.db).length).toBeGreaterThan(100);
		expect(projection.take(app.db)).toEqual([]);
		setFields(doc, 'actions', actions[7] ?? '', { cost: 5 });
		const written = projection.take(app.db);
		expect(written.length).toBeLessThan(6);
		const names = written.flatMap(({ parameters }) =>
			parameters.filter((parameter) => actions.includes(String(parameter)))
		);
		expect(new Set(names)).toEqual(new Set([actions[7]]));
		setPlanTitle(doc, { ar: 'خطة' });
		expect(projection.take(app.db)).toHaveLength(1);
	});

	test('[PL10] a text that a field joined with is made by the server before anybody reads, once', async () => {
		const old = new Y.Doc();
		const fields = new Y.Map<unknown>(
			Object.entries({ code: '1.1.1', objectiveId: 'o1', 'title.ar': 'صندوق', position: 1 })
		);
		old.getMap('actions').set('abcd1234', fields);
		await app.db
			.insertInto('doc_update')
			.values({
				room: `plan.${made.planId}`,
				seq: 1,
				actor_id: null,
				bytes: Y.encodeStateAsUpdate(old),
				at: 1,
				epoch: 0,
				checksum: null
			})
			.execute();
		const text = await app.rooms.read('plan', made.planId, (doc) =>
			planRoots(doc).actions.get('abcd1234')?.get('remarks')
		);
		expect(text).toBeInstanceOf(Y.Text);
		const log = await app.db.selectFrom('doc_update').select(['seq', 'actor_id']).execute();
		expect(log).toEqual([
			{ seq: 1, actor_id: null },
			{ seq: 2, actor_id: null }
		]);
	});

	test('[PL17] a plan has its own id, and a workshop that is made begins with one', async () => {
		const lead = facilitator(made.facilitatorId);
		const workshopId = await app.workshops.create(lead, {
			title: { ar: 'ورشة أخرى' },
			origin: { kind: 'blank' }
		});
		const other = await app.plans.read(lead, workshopId);
		expect(other.planId).not.toBe(workshopId);
		expect(other.planId).not.toBe(made.planId);
		await change((doc) => void addAxis(doc, { ar: 'محور' }));
		expect((await app.plans.read(lead, workshopId)).plan.axes).toEqual([]);
		expect((await app.figures.complete(lead, made.workshopId)).counts.axes).toBe(1);
		expect((await app.figures.complete(lead, workshopId)).counts.axes).toBe(0);
	});
});

/** Some edits of every kind. */
function editAtRandom(doc: Y.Doc, random: SeededRandom): void {
	for (let edit = 0; edit < 12; edit++) {
		const plan = readPlan(doc);
		const axis = random.pickOr(plan.axes);
		const objective = random.pickOr(plan.objectives);
		const action = random.pickOr(plan.actions);
		const list = random.pick(LIST_NAMES);
		const turn = random.next();
		if (turn < 0.1) setPlanTitle(doc, { fr: `Plan ${edit}` });
		else if (turn < 0.2 || !axis) addAxis(doc, { ar: `محور ${edit}` });
		else if (turn < 0.3 || !objective) addObjective(doc, axis.id, { ar: `هدف ${edit}` });
		else if (turn < 0.5 || !action)
			addAction(
				doc,
				{ ar: `إجراء ${edit}` },
				{
					code: `1.1.${edit}`,
					objectiveId: objective.id,
					financing: [{ source: 'مجلس الجهة', amount: random.below(9) }],
					proposalIds: ['p1', 'p1']
				}
			);
		else if (turn < 0.6) addRow(doc, action.id, list, {});
		else if (turn < 0.7) setFields(doc, 'actions', action.id, { cost: edit, remarks: `${edit}` });
		else if (turn < 0.8) {
			const { id } = random.pickOr(action.financing) ?? { id: '' };
			if (random.chance(0.5)) setRow(doc, 'financing', id, { source: 'الفلاحة', amount: 3 });
			else removeRow(doc, 'financing', id);
		} else if (turn < 0.9) setFields(doc, 'axes', axis.id, { title: { fr: `Axe ${edit}` } });
		else removeEntry(doc, random.pick(['axes', 'objectives', 'actions']), action.id);
	}
}
