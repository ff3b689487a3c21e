import type { Insertable } from 'kysely';
import type { NotesParameters } from '#lib/domain/activities/notes.ts';
import type { ActivityTable } from '#lib/server/agenda/activity.table.ts';
import type { CategoryTable } from '#lib/server/categories/category.table.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import type { WorkshopTable } from '#lib/server/workshops/workshop.table.ts';
import { joinCodeFrom } from '#lib/domain/people/join-code.ts';
import { newId } from '#lib/domain/id.ts';
import { randomBytes } from 'node:crypto';
import '#lib/server/accounts/account.table.ts';
import '#lib/server/auth/actor.table.ts';
import '#lib/server/stage/stage.table.ts';

/** What a test wants to be otherwise. Rows that are left out get the defaults below. */
export interface WorkshopOverrides {
	readonly workshop?: Partial<Insertable<WorkshopTable>>;
	/** One a category; the default are three, of which the last only observes. */
	readonly categories?: readonly Partial<CategoryTable>[];
	/** One an activity; the default is one that collects notes in two columns and is open. */
	readonly activities?: readonly ActivityOverrides[];
}

interface ActivityOverrides extends Partial<Omit<Insertable<ActivityTable>, 'parameters'>> {
	/** For one that collects notes, what is left out is as in the default. */
	readonly parameters?: Partial<NotesParameters>;
}

export interface MadeWorkshop {
	readonly workshopId: string;
	readonly facilitatorId: string;
	readonly categoryIds: readonly string[];
	readonly activityIds: readonly string[];
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
		programme: '{}',
		objectives: '[]',
		venue: '{}',
		date: '2025-04-15',
		start_time: '09:00',
		end_time: '17:00',
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

	const activities = (overrides.activities ?? [{}]).map(({ parameters, ...activity }, index) => ({
		id: newId(),
		workshop_id: workshop.id,
		kind: 'notes' as const,
		title: '{"ar":"التشخيص","fr":"Diagnostic"}',
		short_title: '{}',
		prompt: '{"ar":"ما الذي يعيق التعاونيات؟"}',
		start_time: null,
		duration_minutes: 30,
		state: 'open' as const,
		opened_at: now,
		position: index + 1,
		...activity,
		parameters: JSON.stringify(
			(activity.kind ?? 'notes') === 'notes' ? { ...NOTES, ...parameters } : (parameters ?? {})
		)
	}));
	if (activities.length > 0) await db.insertInto('activity').values(activities).execute();
	await db
		.insertInto('stage')
		.values({
			workshop_id: workshop.id,
			activity_id: activities.find((activity) => activity.state === 'open')?.id ?? null,
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
