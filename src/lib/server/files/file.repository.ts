import type { Db } from '../db/database.ts';
import './file.table.ts';

/** A stored picture. */
export interface StoredFile {
	readonly id: string;
	readonly workshopId: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
}

export async function findFile(db: Db, id: string): Promise<StoredFile | undefined> {
	const row = await db
		.selectFrom('file')
		.select(['id', 'workshop_id', 'media_type', 'bytes'])
		.where('id', '=', id)
		.executeTakeFirst();
	return (
		row && {
			id: row.id,
			workshopId: row.workshop_id,
			mediaType: row.media_type,
			bytes: new Uint8Array(row.bytes)
		}
	);
}

export async function insertFile(db: Db, file: StoredFile, now: number): Promise<void> {
	await db
		.insertInto('file')
		.values({
			id: file.id,
			workshop_id: file.workshopId,
			media_type: file.mediaType,
			bytes: file.bytes,
			created_at: now
		})
		.execute();
}

export async function listFileIds(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('file')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.execute();
	return rows.map((row) => row.id);
}

export async function deleteFile(db: Db, id: string): Promise<void> {
	await db.deleteFrom('file').where('id', '=', id).execute();
}
