import pino, { type Logger } from 'pino';
import { agendaService, type AgendaService } from './agenda/agenda.service.ts';
import { newOrigins, type Origins } from './auth/origins.ts';
import { openSessions, type Sessions } from './auth/sessions.ts';
import { categoryService, type CategoryService } from './categories/category.service.ts';
import type { Config } from './config.ts';
import type { RootDb } from './db/database.ts';
import { migrateToLatest } from './db/migrate.ts';
import { MIGRATIONS } from './db/migrations.ts';
import { openDatabase } from './db/open-database.ts';
import { clustersContent } from './clusters/clusters-content.ts';
import { fileService, type FileService } from './files/file.service.ts';
import { openMetrics, type Metrics } from './metrics/metrics.ts';
import { boardContent } from './notes/board-content.ts';
import { openPseudonyms } from './notes/pseudonyms.ts';
import { organiserService, type OrganiserService } from './organisers/organiser.service.ts';
import { participantService, type ParticipantService } from './participants/participant.service.ts';
import { planContent } from './plans/plan-content.ts';
import { openRooms, type Rooms } from './rooms/rooms.ts';
import { upgradeHandler, type HandleUpgrade } from './rooms/upgrade.ts';
import { stageContent } from './stage/stage-content.ts';
import { stageService, type StageService } from './stage/stage.service.ts';
import { voteService, type VoteService } from './votes/vote.service.ts';
import { workshopService, type WorkshopService } from './workshops/workshop.service.ts';

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
	readonly votes: VoteService;
	readonly participants: ParticipantService;
	readonly workshops: WorkshopService;
	readonly categories: CategoryService;
	readonly agenda: AgendaService;
	readonly organisers: OrganiserService;
	readonly files: FileService;
	readonly metrics: Metrics;
	/** True when the database answers. */
	ready(): Promise<boolean>;
	/** Stores what is under way and closes the database. */
	close(): Promise<void>;
}

/** The composition root: opens and migrates the database and builds every service once. */
export async function createApp(config: Config, db: RootDb = openDatabase(config)): Promise<App> {
	const log = pino({ level: config.logLevel }, pino.destination(2));
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
	const onWorkshopChanged = (workshopId: string) => stage.publish(workshopId);
	const files = fileService({ db });
	const categories = categoryService({ db, onWorkshopChanged });
	const agenda = agendaService({ db, onWorkshopChanged });
	const organisers = organiserService({ db, files, onWorkshopChanged });
	const workshops = workshopService({ db, agenda, categories, organisers, onWorkshopChanged });
	return {
		config,
		log,
		db,
		origins,
		sessions,
		participants: participantService({ db, sessions }),
		rooms: { ...rooms, handleUpgrade: upgradeHandler({ db, sessions, origins, rooms }) },
		stage,
		votes: voteService({ db, rooms, stage }),
		workshops,
		categories,
		agenda,
		organisers,
		files,
		metrics: openMetrics(rooms.counts),
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
