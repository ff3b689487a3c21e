/** Statements that are kept: the whole product has fewer, but for lists of varying length. */
const KEPT = 300;

/** Statements that may change what others mean. */
const SCHEMA = /^\s*(create|alter|drop|pragma)\b/i;

interface Preparing<Statement> {
	prepare(sql: string): Statement;
	close(): void;
}

/**
 * Keeps prepared statements by their text: Kysely prepares anew for each query, which costs more than most
 * queries do. None is kept across a change of the schema.
 */
export function withCachedStatements<Statement>(
	database: Preparing<Statement>
): Preparing<Statement> {
	const kept = new Map<string, Statement>();
	return {
		close: () => database.close(),
		prepare(sql) {
			if (SCHEMA.test(sql)) {
				kept.clear();
				return database.prepare(sql);
			}
			const statement = kept.get(sql) ?? database.prepare(sql);
			kept.delete(sql);
			kept.set(sql, statement);
			const [oldest] = kept.keys();
			if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
			return statement;
		}
	};
}
