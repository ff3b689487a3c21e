import { createHmac, randomBytes } from 'node:crypto';
import {
	sql,
	SqliteAdapter,
	type ColumnDefinitionBuilder,
	type CreateTableBuilder,
	type Kysely
} from 'kysely';

/**
 * The ballot box. Rules name their method, votes end before they are published, and what was counted is a
 * record. Ballots stand apart from their voters, whom only the key of the vote ties to them. Votes that were
 * closed are published: their totals, which everybody was shown, are kept, and their ballots go. What they
 * told by category was counted anew for each reader and is not in their records.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await nameMethods(db);
	const ballots = await readBallots(db);
	await addColumns(db);
	await db.schema.dropTable('ballot').execute();
	await makeBox(db);
	const votes = (await db
		.selectFrom('vote')
		.selectAll()
		.orderBy('closed_at')
		.execute()) as (Vote & { state: string })[];
	for (const vote of votes) {
		await db
			.updateTable('vote')
			.set({ rules: JSON.stringify(rulesOf(vote)), ended_at: vote.closed_at })
			.where('id', '=', vote.id)
			.execute();
		const own = ballots.get(vote.id) ?? new Map<string, Dots>();
		await (vote.state === 'closed' ? publish(db, vote, own) : keepBallots(db, vote, own));
	}
	for (const column of ['budget', 'cap', 'closed_at'])
		await db.schema.alterTable('vote').dropColumn(column).execute();
}

/** Option to dots. */
type Dots = Map<string, number>;

interface Vote {
	readonly id: string;
	readonly workshop_id: string;
	readonly grouping_id: string;
	readonly budget: number;
	readonly cap: number;
	readonly closed_at: number | null;
}

function rulesOf({ budget, cap }: Pick<Vote, 'budget' | 'cap'>): object {
	return { method: 'dots', budget, cap };
}

async function nameMethods(db: Kysely<any>): Promise<void> {
	for (const { id, parameters } of await db
		.selectFrom('activity')
		.select(['id', 'parameters'])
		.execute()) {
		const set = JSON.parse(String(parameters)) as { vote?: Vote | null };
		if (!set.vote) continue;
		await db
			.updateTable('activity')
			.set({ parameters: JSON.stringify({ ...set, vote: rulesOf(set.vote) }) })
			.where('id', '=', id)
			.execute();
	}
}

/** Vote to actor to their dots. */
async function readBallots(db: Kysely<any>): Promise<Map<string, Map<string, Dots>>> {
	const votes = new Map<string, Map<string, Dots>>();
	for (const row of await db.selectFrom('ballot').selectAll().orderBy('cluster_id').execute()) {
		const actors = votes.get(String(row.vote_id)) ?? new Map<string, Dots>();
		votes.set(String(row.vote_id), actors);
		const dots = actors.get(String(row.actor_id)) ?? new Map<string, number>();
		actors.set(String(row.actor_id), dots.set(String(row.cluster_id), Number(row.dots)));
	}
	return votes;
}

async function addColumns(db: Kysely<any>): Promise<void> {
	const vote = db.schema.alterTable('vote');
	await vote.addColumn('rules', 'text', (c) => c.notNull().defaultTo('{}')).execute();
	await vote.addColumn('cited', 'integer', (c) => c.notNull().defaultTo(0)).execute();
	await vote.addColumn('ended_at', 'bigint').execute();
	await vote.addColumn('published_at', 'bigint').execute();
	await vote.addColumn('record', 'text').execute();
	const option = db.schema.alterTable('vote_option');
	await option.renameColumn('cluster_id', 'ref').execute();
	await option.addColumn('kind', 'text', (c) => c.notNull().defaultTo('cluster')).execute();
}

async function makeBox(db: Kysely<any>): Promise<void> {
	const sqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	// Rows lie in the order of their keys, not in that in which they came.
	const make = async (
		name: string,
		build: (table: CreateTableBuilder<string, any>) => CreateTableBuilder<string, any>
	) => {
		const table = build(db.schema.createTable(name).addColumn('vote_id', 'text', ofVote));
		await (sqlite ? table.modifyEnd(sql`without rowid`) : table).execute();
	};
	await make('electorate', (t) =>
		t
			.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
			.addColumn('voted', 'integer', (c) => c.notNull())
			.addPrimaryKeyConstraint('electorate_key', ['vote_id', 'actor_id'])
	);
	await make('ballot', (t) =>
		t
			.addColumn('voter_key', 'text', (c) => c.notNull())
			.addColumn('value', 'text', (c) => c.notNull())
			.addColumn('commitment', 'text')
			.addColumn('turn', 'integer', (c) => c.notNull())
			.addPrimaryKeyConstraint('ballot_key', ['vote_id', 'voter_key'])
	);
	await make('vote_key', (t) =>
		t
			.addColumn('key', sqlite ? sql`blob` : sql`bytea`, (c) => c.notNull())
			.addPrimaryKeyConstraint('vote_key_key', ['vote_id'])
	);
}

const ofVote: (c: ColumnDefinitionBuilder) => ColumnDefinitionBuilder = (c) =>
	c.notNull().references('vote.id').onDelete('cascade');

/** The record that the vote is kept as from now on. */
async function publish(db: Kysely<any>, vote: Vote, ballots: Map<string, Dots>): Promise<void> {
	const options = (
		await db
			.selectFrom('vote_option')
			.select(['ref', 'title'])
			.where('vote_id', '=', vote.id)
			.orderBy('position')
			.execute()
	).map(({ ref, title }) => ({
		kind: 'cluster',
		ref: String(ref),
		title: JSON.parse(String(title)) as unknown
	}));
	const electorate = new Set([...(await mayVote(db, vote.workshop_id)), ...ballots.keys()]);
	const scoreOf = (ref: string): number =>
		[...ballots.values()].reduce((sum, dots) => sum + (dots.get(ref) ?? 0), 0);
	const ranked = ranks(options.map((option) => ({ ...option, score: scoreOf(option.ref) })));
	const record = {
		voteId: vote.id,
		rules: rulesOf(vote),
		unit: 'dots',
		options,
		electorate: electorate.size,
		voters: ballots.size,
		outcome: {
			options: ranked,
			cast: ranked.reduce((sum, { score }) => sum + score, 0),
			possible: vote.budget * electorate.size
		},
		groups: null,
		commitments: []
	};
	// The newest one on its clusters was the one that documents named.
	await db
		.updateTable('vote')
		.set({ cited: 0 })
		.where('grouping_id', '=', vote.grouping_id)
		.execute();
	await db
		.updateTable('vote')
		.set({
			state: 'published',
			cited: 1,
			published_at: vote.closed_at,
			record: JSON.stringify(record)
		})
		.where('id', '=', vote.id)
		.execute();
}

/** The highest score first, dense ranks with ties. */
function ranks<Option extends { readonly score: number }>(
	options: readonly Option[]
): (Option & { rank: number; tied: boolean })[] {
	const scores = [...new Set(options.map(({ score }) => score))].sort((a, b) => b - a);
	return [...options]
		.sort((a, b) => b.score - a.score)
		.map((option) => ({
			...option,
			rank: scores.indexOf(option.score) + 1,
			tied: options.filter(({ score }) => score === option.score).length > 1
		}));
}

/** Who may vote in a workshop today. */
async function mayVote(db: Kysely<any>, workshopId: string): Promise<string[]> {
	const people = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.select('participant.actor_id')
		.where('participant.workshop_id', '=', workshopId)
		.where('participant.removed_at', 'is', null)
		.where('participant.role', '!=', 'observer')
		.where('category.observing', '=', 0)
		.execute();
	return people.map(({ actor_id }) => String(actor_id));
}

/** The ballots of a vote that is open, each under its voter's key; no device has a receipt for it. */
async function keepBallots(db: Kysely<any>, vote: Vote, ballots: Map<string, Dots>): Promise<void> {
	const key = randomBytes(32);
	await db.insertInto('vote_key').values({ vote_id: vote.id, key }).execute();
	for (const [actorId, dots] of ballots) {
		await db
			.insertInto('electorate')
			.values({ vote_id: vote.id, actor_id: actorId, voted: 1 })
			.execute();
		await db
			.insertInto('ballot')
			.values({
				vote_id: vote.id,
				voter_key: createHmac('sha256', key).update(actorId).digest('base64url'),
				value: JSON.stringify(Object.fromEntries([...dots].sort(([a], [b]) => (a < b ? -1 : 1)))),
				commitment: null,
				turn: 1
			})
			.execute();
	}
}
