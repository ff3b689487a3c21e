import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Cluster } from '#lib/board/clusters-doc.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import { csvText } from '#lib/domain/text/csv.ts';
import { delimitedRows } from '#lib/domain/text/lists/delimited-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockTime, dayOf } from '#lib/domain/text/workshop-clock.ts';
import { REQUIRED_FIELDS } from '#lib/domain/plan/action-fields.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import type { PlanOverview } from '#lib/domain/plan/plan-overview.ts';
import { planTree } from '#lib/domain/plan/plan-tree.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { sqliteFile } from '#lib/server/db/open-database.ts';
import { actionOf } from '../workshops/action-of.ts';

/** The data folder of version 0.1; its README says how it was made and what it holds. */
const FIXTURE = join(import.meta.dirname, '../../fixtures/data-folder-0.1');

/** What was migrated when that folder was left. */
const MIGRATED = ['2026-11-21-foundation', '2026-11-22-live-room'] as const;

type Json = Readonly<Record<string, unknown>>;

/** What version 0.1 told of one workshop. */
export interface ToldWorkshop {
	/** Ids of activities, which were boards as well, to the notes that stood there. */
	readonly boards: Readonly<Record<string, readonly Note[]>>;
	readonly history: Readonly<Record<string, unknown>>;
	readonly clusters: readonly Cluster[];
	/** `<board>/<note key>` to cluster. */
	readonly members: Readonly<Record<string, string>>;
	readonly plan: ToldPlan;
	readonly proposals: unknown;
	readonly untraced: unknown;
	readonly people: readonly ToldPerson[];
	readonly lateNotes: readonly ToldLateNote[];
	readonly attendance: string;
	readonly overview: ToldOverview;
	readonly results: Json | null;
	readonly turnout?: unknown;
	readonly figures: Json & { readonly notesByCategory: Readonly<Record<string, number>> };
	readonly export: ToldExport;
	readonly agenda: readonly ToldActivity[];
	readonly categories: unknown;
	readonly organisers: readonly { readonly logoId: string | null }[];
	readonly workshop: Json;
	readonly stage: ToldStage;
}

/** Who was responsible was told as names, and rows had no ids. */
export interface ToldPlan extends Omit<ActionPlan, 'actions'> {
	readonly actions: readonly ToldAction[];
}

interface ToldAction extends Json {
	readonly id: string;
	readonly position: number;
	readonly responsible: readonly string[];
	readonly partners: readonly { readonly commitment: string }[];
}

interface ToldOverview extends Json {
	readonly plan: Json & { readonly incomplete: PlanOverview['incomplete'] };
}

/** The activity of a late note was its board. */
export interface ToldLateNote extends Json {
	readonly activityId: string;
}

export interface ToldPerson extends Json {
	readonly participantId: string;
	readonly role: string;
	readonly removed: boolean;
}

export interface ToldExport {
	readonly categories: readonly { readonly id: string; readonly present: number | null }[];
	readonly participants: readonly { readonly id: string }[];
	readonly notes: readonly ToldNote[];
	readonly [part: string]: unknown;
}

interface ToldNote {
	readonly id: string;
	readonly activity: string;
	readonly column: string;
	readonly text: string;
	readonly edited: boolean;
	readonly createdAt: string;
	/** A pseudonym of the file. */
	readonly author: string | null;
}

export interface ToldActivity {
	readonly id: string;
	readonly kind: string;
	readonly title: Json;
	readonly prompt: Json;
	readonly startTime: string | null;
	readonly durationMinutes: number;
}

export interface ToldStage {
	readonly hall: string;
	readonly activityId: string | null;
	readonly view: string;
	readonly vote: unknown;
	readonly visible: readonly string[];
	readonly unrevealed: readonly string[];
	readonly locked: readonly string[];
}

/** What a person's phone was told in the small workshop. */
export interface ToldPhone {
	readonly participant: { readonly workshop: Json; readonly me: Json; readonly stage: ToldStage };
	readonly vote: Json;
	readonly closedVote: Json | null;
	readonly lateNotes: { readonly notes: readonly ToldLateNote[] };
	/** Activities with private writing to the person's own notes in them. */
	readonly private: Readonly<Record<string, readonly Note[]>>;
}

export interface Told {
	readonly example: ToldWorkshop;
	readonly small: ToldWorkshop;
	readonly phones: Readonly<Record<string, ToldPhone>>;
	readonly exampleGuest: { readonly me: Json };
	readonly director: { readonly overview: unknown; readonly export: ToldExport };
	/** Whose session to its cookies; `screen` and `exampleScreen` are paths. */
	readonly sessions: Readonly<Record<string, string>>;
	readonly ids: {
		readonly example: string;
		readonly small: string;
		readonly activities: Readonly<
			Record<'diagnosis' | 'unrevealed' | 'revealed' | 'locked' | 'voting' | 'solutions', string>
		>;
		readonly people: Readonly<Record<string, string>>;
		readonly votes: { readonly closed: string; readonly open: string };
	};
}

export function readTold(): Told {
	return JSON.parse(unzipped('told.json.gz').toString()) as Told;
}

/**
 * What a later version tells of the same folder, where version 0.1 was wrong: it counted and named whom
 * the facilitator had taken out, Ghali of the elected, among those who are there.
 */
export function toldToday(told: Told): Told {
	const { small } = told;
	const elected = small.export.categories.find(({ present }) => present === 3)?.id ?? '';
	const ghalis = small.export.notes.find(({ id }) => id === 'n006')?.author;
	return {
		...told,
		example: withMarks(told.example),
		small: {
			...withMarks(small),
			figures: {
				...small.figures,
				notesByCategory: {
					...small.figures.notesByCategory,
					[elected]: (small.figures.notesByCategory[elected] ?? 0) - 1
				}
			},
			export: {
				...small.export,
				participants: small.export.participants.filter(({ id }) => id !== ghalis)
			}
		}
	};
}

/** Notes as they are told today: whose hand a mark of that time stands for is not known. */
function withMarks(workshop: ToldWorkshop): ToldWorkshop {
	const marked = new Set<string>();
	const boards = Object.entries(workshop.boards).map(([board, notes]) => {
		const today = notes.map((note) => ({ ...note, edited: note.edited && ('somebody' as const) }));
		for (const { key, edited } of today) if (edited) marked.add(`${board}/${key}`);
		return [board, today] as const;
	});
	const untraced = (workshop.untraced as { ref: string }[]).map((note) => ({
		...note,
		editedBy: marked.has(note.ref) ? 'somebody' : null
	}));
	return { ...workshop, boards: Object.fromEntries(boards), untraced };
}

/** A plan as it is told today: with the parts that joined the form, and rows with ids by their lists and places. */
export function planToday(plan: ToldPlan): ActionPlan {
	return {
		...plan,
		actions: plan.actions.map(({ responsible, ...action }) => {
			const names = responsible.map((name) => ({ name }));
			return actionOf({ ...action, responsible: names }, action.position);
		})
	};
}

/** The same for a plan of today, whose rows got their ids at random. */
export function withPlainRowIds(plan: ActionPlan): ActionPlan {
	return { ...plan, actions: plan.actions.map((action) => actionOf(action, action.position)) };
}

/** What is said of a plan today: a partner is asked for what it commits to. */
export function overviewToday({ plan: told, overview }: ToldWorkshop): Json {
	const withoutCommitment = told.actions.filter(({ partners }) =>
		partners.some(({ commitment }) => commitment === '')
	);
	const lacks = new Set(withoutCommitment.map(({ id }) => id));
	const incomplete = planTree(planToday(told)).actions.flatMap(({ id, code, title }) => {
		const before = overview.plan.incomplete.find((action) => action.id === id)?.missing ?? [];
		const missing = REQUIRED_FIELDS.filter(
			(field) => before.includes(field) || (field === 'partners' && lacks.has(id))
		);
		return missing.length > 0 ? [{ id, code, title, missing }] : [];
	});
	return { ...overview, plan: { ...overview.plan, incomplete } };
}

/** People as they are told today: no table stood there, so that nobody has a role at one any more. */
export function peopleToday(people: readonly ToldPerson[]): Json[] {
	const unknown = { tableId: null, sameDevice: null };
	return people.map((person) => ({ ...person, ...unknown, role: roleToday(person.role) }));
}

/** A role in the workshop; those at a table are a seat's today, and there was none. */
export function roleToday(role: unknown): 'observer' | 'participant' {
	return role === 'observer' ? 'observer' : 'participant';
}

/** What it counted of votes; records of their own tell it today. */
const OF_VOTES = ['dotTotals', 'dotsCast', 'dotsPossible', 'ballotVoters'];

/** What cannot be told any more: ballots are gone once a vote is published. */
const OF_BALLOTS = 'dotTotalsByCategory';

/** Figures as they are told today: votes have records of their own. */
export function figuresToday(figures: Json): Json {
	const gone = [...OF_VOTES, OF_BALLOTS];
	return Object.fromEntries(Object.entries(figures).filter(([name]) => !gone.includes(name)));
}

/** What it counted of votes. */
export function votesOf(figures: Json): Json {
	return Object.fromEntries(OF_VOTES.map((name) => [name, figures[name]]));
}

interface ToldOption {
	readonly clusterId: string;
	readonly title: Json;
	readonly dots?: number;
	readonly rank?: number;
	readonly tied?: boolean;
}

/** A vote as it is told today, before it is published: the method is named, and a ballot has its number. */
export function openVoteToday(vote: Json): Json {
	const { budget, cap, options, ballot, ...rest } = vote;
	const recorded = ballot as Json | null;
	return {
		...rest,
		rules: { method: 'dots', budget, cap },
		options: (options as ToldOption[]).map(optionToday),
		recorded: recorded && { ballot: recorded, turn: Object.keys(recorded).length > 0 ? 1 : 0 },
		// Everybody who was there then may vote.
		waits: false
	};
}

/** The record that a closed vote of old has today: its totals, and nothing by category. */
export function voteToday(results: Json): Json {
	const { voteId, activityId, budget, cap, options, dotsCast, dotsPossible, voters, mayVote } =
		results;
	const ranked = (options as ToldOption[]).map(({ dots, rank, tied, ...option }) => ({
		...optionToday(option),
		score: dots,
		rank,
		tied
	}));
	return {
		voteId,
		activityId,
		rules: { method: 'dots', budget, cap },
		unit: 'dots',
		cited: true,
		electorate: mayVote,
		voters,
		outcome: { options: ranked, cast: dotsCast, possible: dotsPossible },
		groups: null,
		commitments: []
	};
}

/**
 * An export as it is told today: agenda and votes name the method, votes what they are cited for; the plan as
 * {@link planToday}. Nothing is told of groups while the hall is open, nor anything that joins boards.
 */
export function exportToday(told: ToldExport): Json {
	const { agenda, votes, plan, participants, notes, categories, ...rest } = told;
	const ruled = (rules: unknown) => rules && { method: 'dots', ...(rules as Json) };
	const options = (totals: unknown) =>
		(totals as { cluster: string; dots: number; rank: number }[]).map(
			({ cluster, dots, rank }) => ({ cluster, score: dots, rank })
		);
	return {
		...rest,
		schema: 'tachawor-workshop/3',
		people: participants.length,
		categories: categories.map((category) => ({ ...category, present: null })),
		notes: notes.map(({ id, activity, column, text, edited, createdAt }) => ({
			...{ id, activity, column, text, edited },
			editedBy: edited ? 'somebody' : null,
			day: dayOf(Date.parse(createdAt))
		})),
		plan: planToday(plan as ToldPlan),
		agenda: (agenda as Json[]).map((item) => ({ ...item, vote: ruled(item.vote) })),
		votes: (votes as Json[]).map(({ activity, rules, voters, totals }) => ({
			activity,
			rules: ruled(rules),
			unit: 'dots',
			cited: true,
			voters,
			totals: options(totals),
			groups: null
		}))
	};
}

function optionToday({ clusterId, title }: ToldOption): Json {
	return { kind: 'cluster', ref: clusterId, title };
}

/** Late notes as they are told today, by their boards; what stands beside them is decided anew. */
export function lateNotesToday(notes: readonly ToldLateNote[]): Json[] {
	return notes.map((note) => {
		const told = Object.entries(note).filter(
			([part]) => !['activityId', 'category'].includes(part)
		);
		return { ...Object.fromEntries(told), boardId: note.activityId };
	});
}

/**
 * An attendance list as it is told today: a line a person and none for a category nobody came of, what was counted
 * of a category on a sheet of its own, and the hour of joining by the clock of the hall, not as an instant.
 */
export function attendanceToday(list: string): string {
	const rows = delimitedRows(
		list.replace('\uFEFF', '').replaceAll('\r\n', '\n'),
		(sign) => sign === ','
	);
	const people = rows.slice(1).filter((row) => row.slice(3).some((cell) => cell !== ''));
	const [category = '', , , ...person] = rows[0] ?? [];
	const words = { locale: 'ar' } as const;
	const head = [
		m.document_attendance_number({}, words),
		category,
		person[0] ?? '',
		m.run_attendance_organisation({}, words),
		person[2] ?? '',
		m.document_attendance_arrived({}, words)
	];
	return csvText([
		head,
		...people.map(([of = '', , , name = '', organisation = '', province = '', time = ''], at) => {
			const joined = Date.parse(time);
			return [at + 1, of, name, organisation, province, `${dayOf(joined)} ${clockTime(joined)}`];
		})
	]);
}

/** A copy of the folder as it was left, and how to remove it. */
export function copyOldDataFolder(): { readonly dataDir: string; remove(): void } {
	const dataDir = mkdtempSync(join(tmpdir(), 'tachawor-old-'));
	writeFileSync(sqliteFile(dataDir), unzipped('tachawor.db.gz'));
	return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/**
 * Brings an empty database to the migration that the folder had and copies every row of it there, as if
 * that installation had stood on this engine.
 */
export async function loadOldRows(db: RootDb): Promise<void> {
	await migrateToLatest(db, Object.fromEntries(MIGRATED.map((name) => [name, MIGRATIONS[name]!])));
	const folder = copyOldDataFolder();
	const old = new BetterSqlite3(sqliteFile(folder.dataDir), { readonly: true });
	try {
		// In the order in which they were made, so that what a row names is there before it.
		const tables = old
			.prepare<[], string>("select name from sqlite_master where type = 'table' order by rowid")
			.pluck()
			.all()
			.filter((name) => !name.startsWith('kysely_'));
		for (const table of tables)
			for (const row of old.prepare<[], Json>(`select * from "${table}"`).all())
				await insertRow(db, table, row);
	} finally {
		old.close();
		folder.remove();
	}
}

async function insertRow(db: RootDb, table: string, row: Json): Promise<void> {
	const columns = Object.keys(row).map((name) => sql.ref(name));
	await sql`insert into ${sql.table(table)} (${sql.join(columns)})
		values (${sql.join(Object.values(row))})`.execute(db);
}

function unzipped(file: string): Buffer {
	return gunzipSync(readFileSync(join(FIXTURE, file)));
}
