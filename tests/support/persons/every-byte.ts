import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { sql } from 'kysely';
import type { RootDb } from '#lib/server/db/database.ts';

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
	const files = new Map<string, Buffer>();
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const path = join(folder, name);
		if (statSync(path).isFile()) files.set(name, readFileSync(path));
	}
	return files;
}

/** Which of the texts stand anywhere in bytes, in UTF-8 or UTF-16, as they are or in what they unpack to. */
export function textsIn(bytes: Buffer, texts: readonly string[]): string[] {
	const layers = [bytes, ...unpacked(bytes)];
	return texts.filter((text) =>
		layers.some((layer) =>
			(['utf8', 'utf16le'] as const).some((encoding) => layer.includes(Buffer.from(text, encoding)))
		)
	);
}

/** Which of the texts stand in any row of any table, with the table: for engines whose files are not ours to read. */
export async function textsInRows(db: RootDb, texts: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (const { name } of await db.introspection.getTables()) {
		const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
			db
		);
		for (const row of rows)
			for (const value of Object.values(row)) {
				const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value));
				found.push(...textsIn(bytes, texts).map((text) => `${name}: ${text}`));
			}
	}
	return found;
}

/** What a value or file is when it is a packed one. */
function unpacked(bytes: Buffer): Buffer[] {
	return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((unpack) => {
		try {
			return [unpack(bytes)];
		} catch {
			return [];
		}
	});
}
