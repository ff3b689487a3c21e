import type { RootDb } from '../db/database.ts';
import { newSecret } from './secret-hash.ts';
import './secret.table.ts';

/** A secret of this installation by its name, made when it is first asked for. */
export async function installationSecret(db: RootDb, name: string): Promise<string> {
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
