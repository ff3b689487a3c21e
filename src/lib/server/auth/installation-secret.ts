import type { RootDb } from '../db/database.ts';
import { newSecret } from './secret-hash.ts';
import './secret.table.ts';

/**
 * A secret of this installation that hashes are keyed with: made on the first question, the same ever after.
 * One that exists is read without writing, so that a server starts on a full disk too.
 */
export async function installationSecret(db: RootDb, name: string): Promise<string> {
	const kept = await findSecret(db, name);
	if (kept !== undefined) return kept;
	await db
		.insertInto('secret')
		.values({ name, value: newSecret() })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	const made = await findSecret(db, name);
	if (made === undefined) throw new Error(`The secret ${name} was not kept.`);
	return made;
}

async function findSecret(db: RootDb, name: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('secret')
		.select('value')
		.where('name', '=', name)
		.executeTakeFirst();
	return row?.value;
}
