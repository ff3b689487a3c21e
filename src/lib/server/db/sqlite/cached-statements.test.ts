import type { SqliteDatabase } from 'kysely';
import { expect, test } from 'vitest';
import { withCachedStatements } from './cached-statements.ts';

test('[RM28] a statement is prepared once, until the schema changes or very many others came', () => {
	const prepared: string[] = [];
	const database: SqliteDatabase = {
		close: () => undefined,
		prepare(sql) {
			prepared.push(sql);
			return {
				reader: true,
				all: () => [],
				run: () => ({ changes: 0, lastInsertRowid: 0 }),
				iterate: () => [].values()
			};
		}
	};
	const cached = withCachedStatements(database);
	for (const sql of ['select 1', 'select 1', 'begin', 'select 1', 'begin']) cached.prepare(sql);
	expect(prepared).toEqual(['select 1', 'begin']);
	cached.prepare('alter table note add column x');
	cached.prepare('select 1');
	expect(prepared.slice(2)).toEqual(['alter table note add column x', 'select 1']);
	for (let index = 0; index < 300; index++) cached.prepare(`select ${index + 2}`);
	prepared.length = 0;
	cached.prepare('select 1');
	expect(prepared).toEqual(['select 1']);
});
