import type { Kysely } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import { parseAction } from '#lib/domain/plan/parse-action.ts';
import { readPlan } from '#lib/board/plan-doc.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { roomContents } from '#lib/server/room-contents.ts';
import { replayLog } from '#lib/server/rooms/log/replay-log.ts';
import { verifyRooms } from '#lib/server/rooms/log/verify-rooms.ts';
import { forEachEmptyPostgres } from '../../support/database/open-test-database.ts';

/** One text of 2,400 characters on one line, as the page took it. */
const NAMES = Array.from({ length: 80 }, (_, at) => `المديرية الجهوية رقم ${at} للفلاحة`).join(
	'، '
);

const BEFORE = {
	code: '1.1.1',
	objectiveId: 'o1',
	'title.ar': 'صندوق',
	description: 'تكوين\nومواكبة',
	responsible: [NAMES, 'الغرفة'],
	partners: [{ name: 'القطاع', commitment: 'تمويل' }],
	financing: [
		{ source: 'المجلس', amount: 5, status: 'confirmed' },
		{ source: '', amount: 0, status: 'to_mobilise' }
	],
	indicators: [{ label: 'عدد', baseline: '0', target: '9', unit: '', source: '' }],
	risks: [{ label: 'تأخر', level: null, mitigation: 'تتبع' }],
	cost: 5,
	quickWin: true,
	position: 1
};

describe('lists of actions on SQLite', () => {
	const db = openSqlite(':memory:');
	afterAll(() => db.destroy());
	comeOver(() => Promise.resolve(db));
});

forEachEmptyPostgres('lists of actions', comeOver);

function comeOver(open: () => Promise<RootDb>): void {
	test('[PL10] become rows, texts become shared, and no name is lost, however long it was', async () => {
		const db = await open();
		const upTo = (last: string) =>
			Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
		await migrateToLatest(db, upTo('2026-11-30-ballot-box'));
		await insertOld(db);
		await migrateToLatest(db, MIGRATIONS);
		const doc = new Y.Doc();
		await replayLog(db, 'plan.w', doc);
		const [action] = readPlan(doc).actions;
		expect(action).toMatchObject({
			description: 'تكوين\nومواكبة',
			partners: [{ name: 'القطاع', commitment: 'تمويل' }],
			financing: [
				{ source: 'المجلس', amount: 5, status: 'confirmed' },
				{ source: '', amount: 0, status: 'to_mobilise' }
			],
			indicators: [{ label: 'عدد', baseline: '0', target: '9', periodicity: '' }],
			risks: [{ label: 'تأخر', level: null, mitigation: 'تتبع' }],
			cost: 5,
			quickWin: true
		});
		const names = (action?.responsible ?? []).map(({ name }) => name);
		expect(names.at(-1)).toBe('الغرفة');
		expect(names.slice(0, -1).join(' ')).toBe(NAMES);
		expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(200);
		const { fields } = await db
			.selectFrom('plan_action')
			.select('fields')
			.executeTakeFirstOrThrow();
		expect(parseAction(JSON.parse(fields) as Action)).toEqual(action);
		const contents = roomContents(db, await openPseudonyms(db));
		expect((await verifyRooms(db, contents, { rebuild: false })).disagreements).toEqual([]);
		doc.destroy();
	});
}

/** The rows are of a version that today's types do not know. */
async function insertOld(db: RootDb): Promise<void> {
	const old = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
	await old
		.insertInto('workshop')
		.values({
			id: 'w',
			...Object.fromEntries(
				['title', 'short_title', 'framework', 'venue'].map((column) => [column, '{}'])
			),
			objectives: '[]',
			join_code: 'FES415',
			state: 'open',
			example: 0,
			anonymity_floor: 3,
			created_at: 1,
			version: 1
		})
		.execute();
	const doc = new Y.Doc();
	doc.getMap('actions').set('abcd1234', new Y.Map(Object.entries(BEFORE)));
	await old
		.insertInto('doc_update')
		.values({
			room: 'plan.w',
			seq: 1,
			bytes: Y.encodeStateAsUpdate(doc),
			at: 1,
			epoch: 0
		})
		.execute();
	await old.insertInto('plan').values({ workshop_id: 'w', title: '{}' }).execute();
	await old
		.insertInto('plan_action')
		.values({
			id: 'abcd1234',
			workshop_id: 'w',
			objective_id: 'o1',
			code: '1.1.1',
			cost: 5,
			fields: '{}',
			position: 1
		})
		.execute();
}
