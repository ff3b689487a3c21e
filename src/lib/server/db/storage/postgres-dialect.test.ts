import { Kysely, sql, type PostgresPool } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../database.ts';
import { SignallingPostgresDialect } from './postgres-dialect.ts';
import { listenToStorage } from './storage-signal.ts';

/** PostgreSQL as far as its errors go. */
function failingWith(code: string): PostgresPool {
	const client = {
		query: () => Promise.reject(Object.assign(new Error('could not extend file'), { code })),
		release: () => undefined
	};
	return {
		connect: () => Promise.resolve(client),
		end: () => Promise.resolve(),
		options: {}
	} as unknown as PostgresPool;
}

test.each([
	['53100', 'storage_full'],
	['25006', 'storage_read_only'],
	['23505', '23505']
])('[ST1] PostgreSQL’s %s is thrown as %s, once', async (code, thrown) => {
	const db = new Kysely<Database>({
		dialect: new SignallingPostgresDialect({ pool: failingWith(code) })
	});
	const heard: unknown[] = [];
	listenToStorage(db, (error) => heard.push(error));
	for (let times = 1; times <= 2; times++) {
		await expect(sql`insert into note default values`.execute(db)).rejects.toMatchObject({
			code: thrown
		});
		expect(heard).toHaveLength(times);
	}
	await db.destroy();
});
