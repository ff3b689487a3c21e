import { sql } from 'kysely';
import type { RootDb } from '#lib/server/db/database.ts';

/** Sessions, pseudonyms and what is first told of groups are remembered beside a command rather than by it. */
const BESIDE = new Set(['session', 'board_author', 'told_groups', 'told_board', 'told_author']);

/** Every row of every table, as text in an order of its own. */
export async function tablesOf(db: RootDb): Promise<Record<string, string[]>> {
	const tables = (await db.introspection.getTables()).filter(({ name }) => !BESIDE.has(name));
	const rows: Record<string, string[]> = {};
	for (const { name } of tables) {
		const { rows: found } = await sql`select * from ${sql.table(name)}`.execute(db);
		rows[name] = found.map((row) => JSON.stringify(row)).sort();
	}
	return rows;
}
