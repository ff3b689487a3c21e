import type { RootDb } from '../db/database.ts';
import { newSecret } from './secret-hash.ts';

/** A secret of this installation that hashes are keyed with: made on the first question, the same ever after. */
export async function installationSecret(
	db: RootDb,
	name: 'pseudonyms' | 'known_devices'
): Promise<string> {
	await db
		.insertInto('secret')
		.values({ name, value: newSecret() })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	const row = await db
		.selectFrom('secret')
		.select('value')
		.where('name', '=', name)
		.executeTakeFirstOrThrow();
	return row.value;
}
