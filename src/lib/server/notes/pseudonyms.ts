import { createHmac } from 'node:crypto';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import { installationSecret } from '../auth/installation-secret.ts';
import { storageTroubleOf } from '../db/storage/storage-error.ts';
import type { BoardAuthorTable } from './pseudonym.table.ts';

/**
 * An actor's pseudonym on one board: a keyed hash of both, so that boards cannot be joined by it and
 * nobody without the key can tell whose it is. 16 characters of 0-9a-z.
 */
export interface Pseudonyms {
	/**
	 * The pseudonym, remembered so that notes under it find their author. While nothing can be stored, nobody
	 * writes; it is given all the same, and remembered when it is asked for again.
	 */
	of(board: string, actorId: string): Promise<string>;
	/** The pseudonyms of entries that were merged into the actor's, on one board. */
	merged(board: string, actorId: string): Promise<readonly string[]>;
	/** Unguarded: forgets the authors of boards that are taken away. */
	remove(trx: Trx, boards: readonly string[]): Promise<void>;
	/** The authors of a board, by pseudonym. */
	authors(db: Db, board: string): Promise<ReadonlyMap<string, string>>;
}

export async function openPseudonyms(db: RootDb): Promise<Pseudonyms> {
	const key = await installationSecret(db, 'pseudonyms');
	const known = new Set<string>();
	const remember = rememberTogether(db);
	const pseudonymOf = (board: string, actorId: string): string => {
		const digest = createHmac('sha256', key).update(`${board}\0${actorId}`).digest();
		return BigInt(`0x${digest.toString('hex', 0, 12)}`)
			.toString(36)
			.padStart(16, '0')
			.slice(-16);
	};
	return {
		async of(board, actorId) {
			const pseudonym = pseudonymOf(board, actorId);
			if (!known.has(`${board}/${pseudonym}`)) {
				try {
					await remember({ board, pseudonym, actor_id: actorId });
					known.add(`${board}/${pseudonym}`);
				} catch (error) {
					if (!storageTroubleOf(error)) throw error;
				}
			}
			return pseudonym;
		},
		async merged(board, actorId) {
			const rows = await db
				.selectFrom('board_author')
				.select('pseudonym')
				.where('board', '=', board)
				.where('actor_id', '=', actorId)
				.where('pseudonym', '!=', pseudonymOf(board, actorId))
				.execute();
			return rows.map(({ pseudonym }) => pseudonym);
		},
		async remove(trx, boards) {
			for (const part of inParts(boards))
				await trx.deleteFrom('board_author').where('board', 'in', part).execute();
		},
		async authors(on, board) {
			const rows = await on
				.selectFrom('board_author')
				.select(['pseudonym', 'actor_id'])
				.where('board', '=', board)
				.execute();
			return new Map(rows.map((row) => [row.pseudonym, row.actor_id]));
		}
	};
}

/** Most milliseconds that somebody waits for others to be stored with. */
const GATHERED = 25;

/** Stores those who come together with one sync to disk: as many as come while the last one took. */
function rememberTogether(db: RootDb): (row: BoardAuthorTable) => Promise<void> {
	let rows: BoardAuthorTable[] = [];
	let storing: Promise<void> | undefined;
	let took = 0;
	const store = async (): Promise<void> => {
		await new Promise((resolve) => setTimeout(resolve, Math.min(took, GATHERED)));
		const start = performance.now();
		const together = rows;
		rows = [];
		storing = undefined;
		await db.transaction().execute(async (trx) => {
			for (const part of inParts(together))
				await trx
					.insertInto('board_author')
					.values(part)
					.onConflict((conflict) => conflict.columns(['board', 'pseudonym']).doNothing())
					.execute();
		});
		took = performance.now() - start;
	};
	return (row) => {
		rows.push(row);
		return (storing ??= store());
	};
}
