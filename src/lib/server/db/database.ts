import type { Kysely, Transaction } from 'kysely';

/**
 * Every table, by name. Each slice adds its own in its `*.table.ts` by declaration merging, so that this
 * folder imports none of them. Rows are portable by rule: booleans are 0 or 1, times are epoch
 * milliseconds, JSON is text, bytes are Uint8Array.
 */
export interface Database {}

/** A handle for one statement or, inside a transaction, for all of them: the first argument of a query. */
export type Db = Kysely<Database> | Transaction<Database>;
export type RootDb = Kysely<Database>;
export type Trx = Transaction<Database>;

/** 0 or 1, as both engines store it. */
export type Flag = 0 | 1;
