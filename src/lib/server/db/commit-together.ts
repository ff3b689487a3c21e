import { CompiledQuery } from 'kysely';
import type { RootDb } from './database.ts';

const BEGIN = CompiledQuery.raw('begin');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/**
 * Runs statements in one transaction and resolves when it is on disk. Rejects with the first failure, of
 * which nothing stays. For the hot path: `db.transaction()` does the same for code that reads in between.
 */
export async function commitTogether(
	db: RootDb,
	statements: readonly CompiledQuery[]
): Promise<void> {
	await db.getExecutor().provideConnection(async (connection) => {
		await connection.executeQuery(BEGIN);
		try {
			for (const statement of statements) await connection.executeQuery(statement);
			await connection.executeQuery(COMMIT);
		} catch (error) {
			// SQLite may have rolled it back by itself; the first failure is the one to tell.
			await connection.executeQuery(ROLLBACK).catch(() => undefined);
			throw error;
		}
	});
}
