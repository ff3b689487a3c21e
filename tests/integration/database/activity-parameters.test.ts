import type { Kysely } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { forEachEmptyPostgres } from '../../support/database/open-test-database.ts';

const COLUMNS = [{ id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' }];
const RULES = { budget: 4, cap: 1 };

/** Activities as they stood before, by id. */
const BEFORE: Readonly<Record<string, { kind?: string; vote?: object; writing?: string }>> = {
	plain: {},
	hidden: { writing: 'private' },
	voted: { vote: RULES },
	clustered: { vote: RULES, writing: 'private' },
	choice: { kind: 'vote', vote: RULES },
	unsaid: { kind: 'vote' },
	lunch: { kind: 'break' }
};

describe('parameters of activities on SQLite', () => {
	const db = openSqlite(':memory:');
	afterAll(() => db.destroy());
	comeOver(() => Promise.resolve(db));
});

forEachEmptyPostgres('parameters of activities', comeOver);

function comeOver(open: () => Promise<RootDb>): void {
	test('[AG10] what was set before comes over, each by its kind', async () => {
		const db = await open();
		const upTo = (last: string) =>
			Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= last));
		await migrateToLatest(db, upTo('2026-11-22-live-room'));
		await insertOld(db);
		await migrateToLatest(db, upTo('2026-11-29-activity-parameters'));
		const rows = await db.selectFrom('activity').select(['id', 'parameters']).execute();
		const after = Object.fromEntries(
			rows.map(({ id, parameters }) => [id, JSON.parse(parameters) as unknown])
		);
		const notes = { columns: COLUMNS, writing: 'shared', clusters: 'together', vote: null };
		expect(after).toEqual({
			plain: notes,
			hidden: { ...notes, writing: 'private' },
			voted: { ...notes, clusters: 'apart', vote: RULES },
			clustered: { ...notes, writing: 'private', vote: RULES },
			choice: { vote: RULES },
			unsaid: { vote: { budget: 5, cap: 2 } },
			lunch: {}
		});
	});
}

/** The rows are of a version that today's types do not know. */
async function insertOld(db: RootDb): Promise<void> {
	const old = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
	const workshop_id = 'w';
	await old
		.insertInto('workshop')
		.values({
			id: workshop_id,
			...Object.fromEntries(
				['title', 'short_title', 'programme', 'venue'].map((column) => [column, '{}'])
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
	for (const [
		position,
		[id, { kind = 'notes', vote = null, writing = 'shared' }]
	] of Object.entries(BEFORE).entries())
		await old
			.insertInto('activity')
			.values({
				...{ id, workshop_id, kind, writing, position },
				...{ title: '{}', short_title: '{}', prompt: '{}', duration_minutes: 5, state: 'planned' },
				columns: JSON.stringify(kind === 'notes' ? COLUMNS : []),
				vote: JSON.stringify(vote)
			})
			.execute();
	await old
		.insertInto('cluster')
		.values({ workshop_id, id: 'c', title: '{}', position: 1, deleted: 0 })
		.execute();
	await old
		.insertInto('cluster_note')
		.values({ workshop_id, cluster_id: 'c', board: 'clustered', note_key: 'p:1' })
		.execute();
}
