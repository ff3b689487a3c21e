import pino, { type Logger } from 'pino';
import { newOrigins, type Origins } from './auth/origins.ts';
import { openSessions, type Sessions } from './auth/sessions.ts';
import type { Config } from './config.ts';
import type { RootDb } from './db/database.ts';
import { migrateToLatest } from './db/migrate.ts';
import { MIGRATIONS } from './db/migrations.ts';
import { openDatabase } from './db/open-database.ts';
import { clustersContent } from './clusters/clusters-content.ts';
import { boardContent } from './notes/board-content.ts';
import { openPseudonyms } from './notes/pseudonyms.ts';
import { planContent } from './plans/plan-content.ts';
import { openRooms, type Rooms } from './rooms/rooms.ts';
import { upgradeHandler, type HandleUpgrade } from './rooms/upgrade.ts';
import { stageContent } from './stage/stage-content.ts';
import { stageService, type StageService } from './stage/stage.service.ts';

/** The running application: what the routes and `server/` may reach. Made once, in {@link createApp}. */
export interface App {
	readonly config: Config;
	readonly log: Logger;
	readonly db: RootDb;
	readonly origins: Origins;
	readonly sessions: Sessions;
	/** The live rooms; `server/` hands HTTP upgrades over to them. */
	readonly rooms: Rooms & { readonly handleUpgrade: HandleUpgrade };
	readonly stage: StageService;
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
	const rooms = openRooms({
		db,
		contents: {
			board: boardContent(db, await openPseudonyms(db)),
			clusters: clustersContent(db),
			plan: planContent(db),
			stage: stageContent(db)
		},
		onFatal(error) {
			log.fatal({ error }, 'an update could not be stored; stopping rather than answering falsely');
			process.exit(1);
		}
	});
	const stage = stageService({ db, rooms });
	return {
		config,
		log,
		db,
		origins,
		sessions,
		rooms: { ...rooms, handleUpgrade: upgradeHandler({ db, sessions, origins, rooms }) },
		stage,
		async ready() {
			await db.selectFrom('secret').select('name').limit(1).execute();
			return true;
		},
		async close() {
			await rooms.close();
			await db.destroy();
		}
	};
}
