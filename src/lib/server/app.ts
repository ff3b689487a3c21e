import { sql } from 'kysely';
import pino, { type Logger } from 'pino';
import { screenActorId } from '../domain/people/actor.ts';
import { accountAdminService, type AccountAdminService } from './accounts/account-admin.service.ts';
import { accountService, type AccountService } from './accounts/account.service.ts';
import { openKnownDevices } from './accounts/known-devices.ts';
import { newSignInAttempts } from './accounts/sign-in-attempts.ts';
import { agendaService, type AgendaService } from './agenda/agenda.service.ts';
import { findVisitors, wasRemoved } from './access/find-visitors.ts';
import { deleteSpentLinks } from './auth/links.ts';
import { newOrigins, type Origins } from './auth/origins.ts';
import { passwordThread } from './auth/password-thread.ts';
import { openSessions, type Sessions } from './auth/sessions.ts';
import { categoryService, type CategoryService } from './categories/category.service.ts';
import { boardService, type BoardService } from './boards/board.service.ts';
import { groupingService, type GroupingService } from './clusters/grouping.service.ts';
import { spaceService, type SpaceService } from './spaces/space.service.ts';
import type { Config } from './config.ts';
import type { RootDb } from './db/database.ts';
import { directorService, type DirectorService } from './director/director.service.ts';
import { exampleService, type ExampleLinks } from './example/example.service.ts';
import { documentService, type DocumentService } from './documents/document.service.ts';
import { documentMaker } from './documents/worker/document-maker.ts';
import { eraseDeleted } from './db/erase-deleted.ts';
import { migrateToLatest } from './db/migrate.ts';
import { MIGRATIONS } from './db/migrations.ts';
import { openServedDatabase } from './db/open-database.ts';
import type { DatabaseTroubles } from './db/sqlite/synced-apart.ts';
import { unknownHostPage } from './http/unknown-host.ts';
import { probeStorage } from './db/storage/probe-storage.ts';
import type { StorageTrouble } from './db/storage/storage-error.ts';
import { StorageHealth } from './db/storage/storage-health.ts';
import { listenToStorage } from './db/storage/storage-signal.ts';
import { lastEventAt } from './events/last-event.ts';
import { historyService, type HistoryService } from './history/history.service.ts';
import { fileService, type FileService } from './files/file.service.ts';
import { handOverLateNotes } from './late-notes/late-note.repository.ts';
import { lateNoteService, type LateNoteService } from './late-notes/late-note.service.ts';
import { openMetrics, type Metrics } from './metrics/metrics.ts';
import { toldGroupsService, type ToldGroupsService } from './groups/told-groups.service.ts';
import {
	noteCategoriesService,
	type NoteCategoriesService
} from './notes/note-categories.service.ts';
import { privateNotes, type PrivateNotes } from './notes/private-notes.ts';
import { handOverNotes } from './notes/hand-over-notes.ts';
import { WordsLock } from './notes/words-lock.ts';
import { openPseudonyms } from './notes/pseudonyms.ts';
import { organiserService, type OrganiserService } from './organisers/organiser.service.ts';
import { guestLinkService, type GuestLinkService } from './participants/guest-link.service.ts';
import { participantService, type ParticipantService } from './participants/participant.service.ts';
import { peopleService, type PeopleService } from './participants/people.service.ts';
import { figureService, type FigureService } from './figures/figures.service.ts';
import { personsService, type PersonsService } from './persons/persons.service.ts';
import { payRewriteWhenPossible } from './persons/owed-rewrite.ts';
import { retention } from './persons/retention.ts';
import { privacyService, type PrivacyService } from './persons/privacy.service.ts';
import { planService, type PlanService } from './plans/plan.service.ts';
import { proposalService, type ProposalService } from './proposals/proposal.service.ts';
import { regionService, type RegionService } from './regions/region.service.ts';
import { rehearsalService, type RehearsalService } from './rehearsals/rehearsal.service.ts';
import type { RoomTroubles } from './rooms/room-content.ts';
import { roomContents } from './room-contents.ts';
import { checkLogs } from './rooms/log/check-logs.ts';
import { LIVE_LIMITS } from './rooms/limits.ts';
import { openRooms, type Rooms } from './rooms/rooms.ts';
import { upgradeHandler, type HandleUpgrade } from './rooms/sockets/upgrade.ts';
import type { FindVisitors } from './rooms/sockets/visitor.ts';
import { runService, type RunService } from './run/run.service.ts';
import { openScreenCodes } from './auth/screen-codes.ts';
import { screenService, type ScreenService } from './screen/screen.service.ts';
import { stageService, type StageService } from './stage/stage.service.ts';
import { openTicketCodes } from './tickets/ticket-codes.ts';
import { ticketService, type TicketService } from './tickets/ticket.service.ts';
import { voteService, type VoteService } from './votes/vote.service.ts';
import { workshopService, type WorkshopService } from './workshops/workshop.service.ts';
import { clock, timeNow } from './time/clock.ts';
import type { ClockJump } from './time/steady-clock.ts';

/** The running application: what the routes and `server/` may reach. Made once, in {@link createApp}. */
export interface App {
	readonly config: Config;
	readonly log: Logger;
	readonly db: RootDb;
	readonly origins: Origins;
	/** What somebody is answered who asked by a name that is none of ours. */
	unknownHostPage(): string;
	readonly sessions: Sessions;
	readonly accounts: AccountService;
	readonly accountAdmin: AccountAdminService;
	readonly regions: RegionService;
	/** The path of a new set-up link, or undefined once there is an account. */
	setupLink(): Promise<string | undefined>;
	/** The live rooms; `server/` hands HTTP upgrades over to them. */
	readonly rooms: Rooms & { readonly handleUpgrade: HandleUpgrade };
	readonly stage: StageService;
	readonly boards: BoardService;
	readonly groupings: GroupingService;
	readonly spaces: SpaceService;
	readonly votes: VoteService;
	readonly noteCategories: NoteCategoriesService;
	readonly toldGroups: ToldGroupsService;
	readonly history: HistoryService;
	readonly lateNotes: LateNoteService;
	readonly run: RunService;
	readonly screen: ScreenService;
	readonly proposals: ProposalService;
	readonly plans: PlanService;
	readonly figures: FigureService;
	readonly participants: ParticipantService;
	readonly people: PeopleService;
	readonly tickets: TicketService;
	readonly persons: PersonsService;
	readonly privacy: PrivacyService;
	readonly guestLinks: GuestLinkService;
	readonly workshops: WorkshopService;
	readonly rehearsals: RehearsalService;
	readonly categories: CategoryService;
	readonly agenda: AgendaService;
	readonly organisers: OrganiserService;
	readonly files: FileService;
	readonly documents: DocumentService;
	readonly directors: DirectorService;
	readonly metrics: Metrics;
	/** Loads the shipped example into this (empty) installation, and gives the paths by which to enter it. */
	loadExample(): Promise<ExampleLinks>;
	/** Whether anything can be stored, as far as anybody knows. */
	readonly storage: Pick<StorageHealth, 'trouble' | 'notice'>;
	/** Resolves when the database answers, with why nothing can be stored, if so; rejects when it does not answer. */
	ready(): Promise<StorageTrouble | null>;
	/** Stores what is under way and closes the database. */
	close(): Promise<void>;
}

/** What the log says while nothing can be stored, and what to do about it. */
const STORAGE_WORDS: Readonly<Record<StorageTrouble, string>> = {
	storage_full:
		'the disk is full: pages and exports go on, nothing new is stored. Free some room; storing goes on by itself',
	storage_read_only:
		'the disk cannot be written: pages and exports go on, nothing new is stored. Mend it; storing goes on by itself'
};

/** Milliseconds between two looks at what ended: sessions, links, and the time that data are kept. */
const FORGET_EVERY = 60 * 60 * 1000;

/**
 * The composition root: opens and migrates the database, unless it was `opened` before, and builds every
 * service once.
 */
export async function createApp(config: Config, opened?: RootDb): Promise<App> {
	const logged = pino.destination(2);
	// A log that cannot be written, as one that goes to a file on a full disk, must not end what it tells of.
	logged.on('error', () => undefined);
	const log = pino(
		{ level: config.logLevel, serializers: { error: pino.stdSerializers.err } },
		logged
	);
	const troubles: RoomTroubles & DatabaseTroubles = {
		fatal(error) {
			log.fatal({ error }, 'an update could not be stored; stopping rather than answering falsely');
			process.exit(1);
		},
		report(error) {
			if (!storage.notice(error)) log.error({ error }, 'a live room or the database had trouble');
		}
	};
	const storage: StorageHealth = new StorageHealth({
		probe: () => probeStorage(db),
		failed: (trouble, error) => log.error({ error }, STORAGE_WORDS[trouble]),
		recovered: () => log.warn('storing works again; what people kept on their devices comes in now')
	});
	const db = opened ?? openServedDatabase(config, troubles);
	await migrateToLatest(db, MIGRATIONS);
	listenToStorage(db, storage.notice);
	clock.onJump((jump) => log.warn(jumpInWords(jump)));
	clock.startNotBefore((await lastEventAt(db)) ?? 0);
	await payRewriteWhenPossible(db);
	const sessions = openSessions(db);
	const forgetSpent = async (): Promise<void> => {
		await sessions.deleteExpired();
		await deleteSpentLinks(db);
	};
	const forget = (): Promise<void> =>
		forgetSpent().catch((error: unknown) => {
			if (!storage.notice(error)) log.error({ error }, 'what ended could not be forgotten');
		});
	await forget();
	const forgetting = setInterval(() => void forget(), FORGET_EVERY);
	forgetting.unref();
	const origins = newOrigins(config.publicOrigin);
	const pseudonyms = await openPseudonyms(db);
	for (const finding of await checkLogs(db, timeNow()))
		log.error(finding, 'the log of a live room is damaged; what could not be read was set aside');
	const limits = config.limits ?? LIVE_LIMITS;
	const visitors: FindVisitors = (hashes) => findVisitors(db, hashes);
	const contents = roomContents(db, pseudonyms);
	const rooms = openRooms({
		db,
		storage,
		limits,
		findVisitors: visitors,
		contents: {
			...contents,
			private: { ...contents.private, stored: (key) => ownNotes.bringFrom(key) },
			// Of an older version, or of a step that was stored and not told when the process ended.
			stage: { ...contents.stage, complete: (stageId) => stage.readToTell(stageId) }
		},
		troubles
	});
	const words = new WordsLock();
	const ownNotes: PrivateNotes = privateNotes({ db, rooms, troubles, words });
	const boards = boardService({ db });
	const groupings = groupingService({ db });
	const stage: StageService = stageService({
		db,
		rooms,
		boards,
		privateNotes: ownNotes
	});
	await ownNotes.bringAll();
	storage.onChange(() => {
		if (storage.trouble) return;
		// As after a start: what could not be stored may have been half of something.
		ownNotes
			.bringAll()
			.then(() => eraseDeleted(db))
			.then(() => payRewriteWhenPossible(db))
			.catch(troubles.report);
	});
	const passwords = passwordThread();
	const devices = await openKnownDevices(db);
	const accounts = accountService({
		db,
		sessions,
		attempts: newSignInAttempts(devices),
		devices,
		comparePasswordAside: passwords.compare,
		onSessionsRevoked: rooms.signOut,
		onSessionRevoked: rooms.signOutSession
	});
	const regions = regionService({ db });
	await regions.seed();
	const toldGroups = toldGroupsService({ db });
	const noteCategories = noteCategoriesService({ db, toldGroups });
	const lateNotes = lateNoteService({ db, rooms, stage, pseudonyms, toldGroups, words });
	const votes = voteService({ db, rooms, stage, toldGroups });
	const proposals = proposalService({ db, rooms, votes, toldGroups });
	const onWorkshopChanged = (workshopId: string) => stage.publish(workshopId);
	const files = fileService({ db });
	const categories = categoryService({ db, onWorkshopChanged });
	const agenda = agendaService({ db, boards, groupings, onWorkshopChanged });
	const organisers = organiserService({ db, files, onWorkshopChanged });
	const plans = planService({ db, proposals });
	const screenCodes = await openScreenCodes(db);
	const workshops = workshopService({
		db,
		screenCodes,
		groupings,
		plans,
		agenda,
		categories,
		organisers,
		toldGroups,
		onWorkshopChanged,
		onHallOpened: (actor, workshopId) => rehearsals.emptyOf(actor, workshopId),
		onScreensRevoked: (workshopId) => rooms.signOut(screenActorId(workshopId))
	});
	const tickets = ticketService({ db, codes: await openTicketCodes(db) });
	const participants = participantService({
		db,
		sessions,
		tickets,
		onSessionRevoked: rooms.signOutSession,
		budget: limits
	});
	const spaces = spaceService({ db, rooms, onSpacesChanged: onWorkshopChanged });
	const guestLinks = guestLinkService({ db, sessions });
	const people = peopleService({
		db,
		rooms,
		spaces,
		votes,
		guestLinks,
		async handOverNotes(trx, entries) {
			await handOverNotes(trx, entries);
			await handOverLateNotes(trx, entries);
		}
	});
	const persons = personsService({
		db,
		rooms,
		people,
		tickets,
		lateNotes,
		spaces,
		privateNotes: ownNotes,
		words,
		announce: (workshopId) => stage.announce(workshopId)
	});
	const keeping = retention({ db, persons });
	const endKeeping = (): Promise<void> =>
		keeping.sweep().catch((error: unknown) => {
			log.error({ error }, 'what was kept long enough could not be erased');
		});
	await endKeeping();
	const sweeping = setInterval(() => void endKeeping(), FORGET_EVERY);
	sweeping.unref();
	const accountAdmin = accountAdminService({ db, accounts });
	const figures = figureService({ db, votes, toldGroups });
	const maker = documentMaker();
	const documents = documentService({
		db,
		workshops,
		regions,
		organisers,
		files,
		categories,
		agenda,
		participants,
		proposals,
		votes,
		plans,
		toldGroups,
		maker
	});
	const rehearsals: RehearsalService = rehearsalService({
		db,
		rooms,
		sessions,
		pseudonyms,
		workshops,
		categories,
		agenda,
		participants,
		tickets,
		plans,
		stage,
		votes
	});
	const example = exampleService({
		db,
		sessions,
		rooms,
		pseudonyms,
		accounts,
		accountAdmin,
		workshops,
		categories,
		agenda,
		organisers,
		participants,
		guestLinks,
		stage,
		groupings,
		votes,
		proposals,
		plans
	});
	return {
		config,
		log,
		db,
		origins,
		unknownHostPage: () => unknownHostPage(origins.reachable),
		sessions,
		accounts,
		accountAdmin,
		regions,
		setupLink: () => accounts.setupLink(),
		participants,
		people,
		tickets,
		persons,
		privacy: privacyService({ db }),
		guestLinks,
		rooms: {
			...rooms,
			handleUpgrade: upgradeHandler({
				findVisitors: visitors,
				wasRemoved: (hash) => wasRemoved(db, hash),
				limits,
				origins,
				rooms,
				troubles
			})
		},
		stage,
		boards,
		groupings,
		spaces,
		votes,
		noteCategories,
		toldGroups,
		history: historyService({ db, pseudonyms }),
		lateNotes,
		run: runService({ db }),
		screen: screenService({
			db,
			workshops,
			organisers,
			agenda,
			stage,
			votes,
			codes: screenCodes
		}),
		proposals,
		plans,
		figures,
		workshops,
		rehearsals,
		categories,
		agenda,
		organisers,
		files,
		documents,
		directors: directorService({ workshops, regions, plans }),
		metrics: openMetrics(rooms.counts),
		loadExample: example.load,
		storage,
		async ready() {
			await sql`select 1`.execute(db);
			return storage.trouble;
		},
		async close() {
			clearInterval(forgetting);
			await storage.close();
			clearInterval(sweeping);
			await maker.close();
			await passwords.close();
			await ownNotes.close();
			await rooms.close();
			await db.destroy();
		}
	};
}

/** What the log says of a jump of the machine's clock. */
function jumpInWords({ kind, by }: ClockJump): string {
	const minutes = `${(Math.abs(by) / 60_000).toFixed(1)} minutes`;
	if (kind === 'believed')
		return `the machine's clock kept to ${minutes} forwards, and is followed now`;
	return by < 0
		? `the machine's clock went back by ${minutes}; Tachawor's time runs on and does not follow it while it runs`
		: `the machine's clock jumped forwards by ${minutes}; it is followed if it keeps to that for ten minutes`;
}
