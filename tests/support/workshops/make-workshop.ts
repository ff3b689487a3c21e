import type { Insertable } from 'kysely';
import type { NotesParameters } from '#lib/domain/activities/notes.ts';
import type { ActivityTable } from '#lib/server/agenda/activity.table.ts';
import type { BoardTable } from '#lib/server/boards/board.table.ts';
import type { CategoryTable } from '#lib/server/categories/category.table.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import type { WorkshopTable } from '#lib/server/workshops/workshop.table.ts';
import { joinCodeFrom } from '#lib/domain/people/join-code.ts';
import { newId } from '#lib/domain/id.ts';
import { randomBytes } from 'node:crypto';
import '#lib/server/accounts/account.table.ts';
import '#lib/server/auth/actor.table.ts';
import '#lib/server/clusters/grouping.table.ts';
import '#lib/server/plans/plan.table.ts';
import '#lib/server/stage/stage.table.ts';
import '#lib/server/workshops/day.table.ts';

/** What a test wants to be otherwise. Rows that are left out get the defaults below. */
export interface WorkshopOverrides {
	readonly workshop?: Partial<Insertable<WorkshopTable>>;
	/** One a category; the default are three, of which the last only observes. */
	readonly categories?: readonly Partial<CategoryTable>[];
	/** One an activity, with its hall's board; the default collects notes in two columns and is open. */
	readonly activities?: readonly ActivityOverrides[];
}

/** An activity's own values, and those of its board. */
interface ActivityOverrides
	extends
		Partial<Omit<Insertable<ActivityTable>, 'parameters'>>,
		Partial<Pick<BoardTable, 'state' | 'locked' | 'revealed_at'>> {
	/** For one that collects notes, what is left out is as in the default. */
	readonly parameters?: Partial<NotesParameters>;
}

export interface MadeWorkshop {
	readonly workshopId: string;
	readonly facilitatorId: string;
	readonly categoryIds: readonly string[];
	readonly activityIds: readonly string[];
	/** The board of each activity. */
	readonly boardIds: readonly string[];
	readonly groupingId: string;
	readonly planId: string;
	readonly joinCode: string;
}

const DEFAULT_CATEGORIES = [
	{ name: '{"ar":"تعاونيات","fr":"Coopératives"}', expected: 12, observing: 0 },
	{ name: '{"ar":"خبراء ومهنيون","fr":"Experts"}', expected: 4, observing: 0 },
	{ name: '{"ar":"الصحافة","fr":"Presse"}', expected: 2, observing: 1 }
] as const;

const NOTES: NotesParameters = {
	columns: [
		{ id: 'S', name: { ar: 'نقاط القوة', fr: 'Forces' }, color: 'mint', icon: 'plus' },
		{ id: 'W', name: { ar: 'نقاط الضعف', fr: 'Faiblesses' }, color: 'rose', icon: 'minus' }
	],
	writing: 'shared',
	clusters: 'together',
	vote: null
};

/** Writes an open workshop with its lead facilitator, its categories, its activities and its stage. */
export async function makeWorkshop(
	db: RootDb,
	overrides: WorkshopOverrides = {}
): Promise<MadeWorkshop> {
	const now = Date.now();
	const facilitatorId = await makeFacilitator(db, now);
	const workshop: Insertable<WorkshopTable> = {
		id: newId(),
		title: '{"ar":"ورشة تجريبية","fr":"Atelier d’essai"}',
		short_title: '{}',
		framework: '{}',
		objectives: '[]',
		venue: '{}',
		region_id: null,
		join_code: joinCodeFrom((count) => randomBytes(count)),
		state: 'open',
		example: 0,
		anonymity_floor: 3,
		opened_at: now,
		created_at: now,
		version: 1,
		...overrides.workshop
	};
	await db.insertInto('workshop').values(workshop).execute();
	await db
		.insertInto('day')
		.values({
			id: workshop.id,
			workshop_id: workshop.id,
			date: '2025-04-15',
			start_time: '09:00',
			end_time: '17:00',
			position: 1
		})
		.execute();
	await db
		.insertInto('workshop_facilitator')
		.values({ workshop_id: workshop.id, account_id: facilitatorId, lead: 1 })
		.execute();

	const categories = (overrides.categories ?? DEFAULT_CATEGORIES).map((category, index) => ({
		id: newId(),
		workshop_id: workshop.id,
		name: `{"ar":"فئة ${index + 1}"}`,
		expected: 5,
		observing: 0 as const,
		position: index + 1,
		...category
	}));
	if (categories.length > 0) await db.insertInto('category').values(categories).execute();

	const made = (overrides.activities ?? [{}]).map(
		({ state = 'open', locked = 0, revealed_at, parameters, ...activity }, index) => ({
			state,
			locked,
			revealed_at,
			privately: parameters?.writing === 'private',
			activity: {
				id: newId(),
				workshop_id: workshop.id,
				kind: 'notes' as const,
				title: '{"ar":"التشخيص","fr":"Diagnostic"}',
				short_title: '{}',
				prompt: '{"ar":"ما الذي يعيق التعاونيات؟"}',
				start_time: null,
				duration_minutes: 30,
				day_id: workshop.id,
				opened_at: now,
				position: index + 1,
				...activity,
				parameters: JSON.stringify(
					(activity.kind ?? 'notes') === 'notes' ? { ...NOTES, ...parameters } : (parameters ?? {})
				)
			}
		})
	);
	const activities = made.map(({ activity }) => activity);
	if (activities.length > 0) await db.insertInto('activity').values(activities).execute();
	const boards = made.map(({ activity, state, locked, revealed_at, privately }): BoardTable => ({
		id: newId(),
		workshop_id: workshop.id,
		activity_id: activity.id,
		space_id: null,
		state,
		opened_at: activity.opened_at,
		locked,
		revealed_at: revealed_at ?? (privately ? null : activity.opened_at),
		shown_at: null
	}));
	if (boards.length > 0) await db.insertInto('board').values(boards).execute();
	const groupingId = newId();
	await db
		.insertInto('grouping')
		.values({
			id: groupingId,
			workshop_id: workshop.id,
			kind: 'plenary',
			activity_id: null,
			space_id: null
		})
		.execute();
	const planId = newId();
	await db.insertInto('plan').values({ id: planId, title: '{}' }).execute();
	await db
		.insertInto('plan_workshop')
		.values({ plan_id: planId, workshop_id: workshop.id })
		.execute();
	await db
		.insertInto('stage')
		.values({
			id: workshop.id,
			workshop_id: workshop.id,
			space_id: null,
			activity_id: boards.find((board) => board.state === 'open')?.activity_id ?? null,
			view: 'board',
			timer: 'null',
			version: 1
		})
		.execute();

	return {
		workshopId: workshop.id,
		facilitatorId,
		categoryIds: categories.map((category) => category.id),
		activityIds: activities.map((activity) => activity.id),
		boardIds: boards.map(({ id }) => id),
		groupingId,
		planId,
		joinCode: workshop.join_code
	};
}

async function makeFacilitator(db: RootDb, now: number): Promise<string> {
	const id = newId();
	await db.insertInto('actor').values({ id, kind: 'account', created_at: now }).execute();
	await db
		.insertInto('account')
		.values({
			id,
			email: `${id}@example.ma`,
			name: 'ميسّرة',
			role: 'facilitator',
			password_hash: null,
			created_at: now,
			disabled_at: null
		})
		.execute();
	return id;
}
