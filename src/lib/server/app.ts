import pino, { type Logger } from 'pino';
import { newOrigins, type Origins } from './auth/origins.ts';
import { openSessions, type Sessions } from './auth/sessions.ts';
import type { Config } from './config.ts';
import type { RootDb } from './db/database.ts';
import { migrateToLatest } from './db/migrate.ts';
import { MIGRATIONS } from './db/migrations.ts';
import { openDatabase } from './db/open-database.ts';

/** The running application: what the routes and `server/` may reach. Made once, in {@link createApp}. */
export interface App {
	readonly config: Config;
	readonly log: Logger;
	readonly db: RootDb;
	readonly origins: Origins;
	readonly sessions: Sessions;
	/** True when the database answers. */
	ready(): Promise<boolean>;
	/** Stores what is under way and closes the database. */
	close(): Promise<void>;
}

/** The composition root: opens and migrates the database and builds every service once. */
export async function createApp(config: Config, db: RootDb = openDatabase(config)): Promise<App> {
	const log = pino({ level: config.logLevel });
	await migrateToLatest(db, MIGRATIONS);
	const sessions = openSessions(db);
	const origins = newOrigins(config.publicOrigin);
	return {
		config,
		log,
		db,
		origins,
		sessions,
		async ready() {
			await db.selectFrom('secret').select('name').limit(1).execute();
			return true;
		},
		async close() {
			await db.destroy();
		}
	};
}
