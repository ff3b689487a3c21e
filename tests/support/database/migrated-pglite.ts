import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'node_modules/.cache/tachawor');

/** What a migrated database follows from, as paths and patterns from the project's folder. */
const SOURCES = ['migrations/*.ts', 'src/lib/server/db/migrat*.ts', 'package-lock.json'];

/**
 * A PGlite that is migrated and empty, in memory. Making one takes seconds, so its data are kept in a file from
 * the first time on and loaded from there, until a migration or a package changes.
 */
export async function migratedPglite(): Promise<PGlite> {
	const file = join(FOLDER, `pglite-${fingerprint()}.tar`);
	const kept = readIfThere(file);
	if (kept) return PGlite.create({ loadDataDir: new Blob([kept]) });
	const pglite = await PGlite.create();
	const db: RootDb = new Kysely({ dialect: new PGliteDialect({ pglite }) });
	await migrateToLatest(db, MIGRATIONS);
	keep(file, new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()));
	return pglite;
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const file of globSync(SOURCES, { cwd: ROOT }).sort())
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(ROOT, file)));
	return hash.digest('hex').slice(0, 16);
}

function readIfThere(file: string): Buffer<ArrayBuffer> | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}

/** Whole or not at all, since other workers look for it meanwhile; those of older sources go. */
function keep(file: string, data: Uint8Array): void {
	mkdirSync(FOLDER, { recursive: true });
	for (const name of globSync('pglite-*.tar', { cwd: FOLDER })) rmSync(join(FOLDER, name));
	const half = `${file}.${process.pid}`;
	writeFileSync(half, data);
	renameSync(half, file);
}
