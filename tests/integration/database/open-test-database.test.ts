import { expect, test } from 'vitest';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import '#lib/server/regions/region.table.ts';

forEachEngine('a test database', (open) => {
	test('is migrated, empty, and shares nothing with another', async () => {
		const [one, other] = [await open(), await open()];
		await one.insertInto('region').values({ id: 'r', name: '{}', position: 1 }).execute();
		expect(await one.selectFrom('region').selectAll().execute()).toHaveLength(1);
		expect(await other.selectFrom('region').selectAll().execute()).toHaveLength(0);
	});

	test('may be closed by the test itself', async () => {
		const db = await open();
		await db.selectFrom('region').selectAll().execute();
		await db.destroy();
	});

	test('gives times back as numbers', async () => {
		const db = await open();
		const now = Date.now();
		await db.insertInto('actor').values({ id: 'a', kind: 'guest', created_at: now }).execute();
		const actor = await db.selectFrom('actor').selectAll().executeTakeFirstOrThrow();
		expect(actor.created_at).toBe(now);
	});
});
