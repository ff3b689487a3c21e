import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * The tables of the first version. Frozen: a later change is a later file. `bigint` holds times in
 * milliseconds and whole dirhams on both engines; SQLite keeps them as integers.
 */
export async function up(db: Kysely<any>): Promise<void> {
	const bytes = isPostgres(db) ? sql`bytea` : sql`blob`;

	await table(db, 'secret', (t) =>
		t.addColumn('name', 'text', (c) => c.primaryKey()).addColumn('value', 'text', required)
	);
	await table(db, 'actor', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('kind', 'text', required)
			.addColumn('created_at', 'bigint', required)
	);
	await table(db, 'account', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey().references('actor.id'))
			.addColumn('email', 'text', (c) => c.notNull().unique())
			.addColumn('name', 'text', required)
			.addColumn('role', 'text', required)
			.addColumn('password_hash', 'text')
			.addColumn('created_at', 'bigint', required)
			.addColumn('disabled_at', 'bigint')
	);
	await table(db, 'session', (t) =>
		t
			.addColumn('id_hash', 'text', (c) => c.primaryKey())
			.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id').onDelete('cascade'))
			.addColumn('expires_at', 'bigint', required)
			.addColumn('created_at', 'bigint', required)
	);
	await index(db, 'session', 'actor_id');

	await table(db, 'region', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('name', 'text', required)
			.addColumn('position', 'integer', required)
	);
	await table(db, 'account_region', (t) =>
		t
			.addColumn('account_id', 'text', (c) =>
				c.notNull().references('account.id').onDelete('cascade')
			)
			.addColumn('region_id', 'text', (c) => c.notNull().references('region.id'))
			.addPrimaryKeyConstraint('account_region_key', ['account_id', 'region_id'])
	);

	await table(db, 'workshop', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('title', 'text', required)
			.addColumn('short_title', 'text', required)
			.addColumn('programme', 'text', required)
			.addColumn('objectives', 'text', required)
			.addColumn('venue', 'text', required)
			.addColumn('date', 'text')
			.addColumn('start_time', 'text')
			.addColumn('end_time', 'text')
			.addColumn('region_id', 'text', (c) => c.references('region.id'))
			.addColumn('join_code', 'text', required)
			.addColumn('state', 'text', required)
			.addColumn('example', 'integer', required)
			.addColumn('anonymity_floor', 'integer', required)
			.addColumn('opened_at', 'bigint')
			.addColumn('created_at', 'bigint', required)
			.addColumn('version', 'integer', required)
	);
	await db.schema
		.createIndex('workshop_join_code')
		.unique()
		.on('workshop')
		.column('join_code')
		.where(sql.ref('state'), '!=', sql.lit('closed'))
		.execute();
	await index(db, 'workshop', 'region_id');
	await table(db, 'workshop_facilitator', (t) =>
		t
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
			.addColumn('lead', 'integer', required)
			.addPrimaryKeyConstraint('workshop_facilitator_key', ['workshop_id', 'account_id'])
	);
	await index(db, 'workshop_facilitator', 'account_id');
	await table(db, 'file', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('media_type', 'text', required)
			.addColumn('bytes', bytes, required)
			.addColumn('created_at', 'bigint', required)
	);
	await table(db, 'organiser', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('name', 'text', required)
			.addColumn('role', 'text', required)
			.addColumn('logo_id', 'text', (c) => c.references('file.id').onDelete('set null'))
			.addColumn('position', 'integer', required)
	);
	await index(db, 'organiser', 'workshop_id');
	await table(db, 'category', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('name', 'text', required)
			.addColumn('expected', 'integer', required)
			.addColumn('observing', 'integer', required)
			.addColumn('position', 'integer', required)
	);
	await index(db, 'category', 'workshop_id');
	await table(db, 'activity', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('kind', 'text', required)
			.addColumn('title', 'text', required)
			.addColumn('short_title', 'text', required)
			.addColumn('prompt', 'text', required)
			.addColumn('start_time', 'text')
			.addColumn('duration_minutes', 'integer', required)
			.addColumn('columns', 'text', required)
			.addColumn('vote', 'text', required)
			.addColumn('state', 'text', required)
			.addColumn('opened_at', 'bigint')
			.addColumn('position', 'integer', required)
	);
	await index(db, 'activity', 'workshop_id');
	await table(db, 'stage', (t) =>
		t
			.addColumn('workshop_id', 'text', (c) =>
				c.primaryKey().references('workshop.id').onDelete('cascade')
			)
			.addColumn('activity_id', 'text', (c) => c.references('activity.id').onDelete('set null'))
			.addColumn('view', 'text', required)
			.addColumn('timer', 'text', required)
			.addColumn('version', 'integer', required)
	);
	await table(db, 'participant', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('actor_id', 'text', (c) => c.notNull().unique().references('actor.id'))
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
			.addColumn('language', 'text', required)
			.addColumn('name', 'text', required)
			.addColumn('organisation', 'text', required)
			.addColumn('province', 'text', required)
			.addColumn('joined_at', 'bigint', required)
	);
	await index(db, 'participant', 'workshop_id');
	await table(db, 'link', (t) =>
		t
			.addColumn('token_hash', 'text', (c) => c.primaryKey())
			.addColumn('purpose', 'text', required)
			.addColumn('actor_id', 'text', (c) => c.references('actor.id').onDelete('cascade'))
			.addColumn('workshop_id', 'text', (c) => c.references('workshop.id').onDelete('cascade'))
			.addColumn('payload', 'text', required)
			.addColumn('reusable', 'integer', required)
			.addColumn('created_at', 'bigint', required)
			.addColumn('expires_at', 'bigint', required)
			.addColumn('used_at', 'bigint')
	);

	await table(db, 'doc_update', (t) =>
		t
			.addColumn('room', 'text', required)
			.addColumn('seq', 'integer', required)
			.addColumn('actor_id', 'text')
			.addColumn('bytes', bytes, required)
			.addColumn('at', 'bigint', required)
			.addColumn('epoch', 'integer', required)
			.addPrimaryKeyConstraint('doc_update_key', ['room', 'seq'])
	);
	await table(db, 'doc_snapshot', (t) =>
		t
			.addColumn('room', 'text', (c) => c.primaryKey())
			.addColumn('seq', 'integer', required)
			.addColumn('bytes', bytes, required)
			.addColumn('at', 'bigint', required)
	);
	await table(db, 'board_author', (t) =>
		t
			.addColumn('board', 'text', required)
			.addColumn('pseudonym', 'text', required)
			.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
			.addPrimaryKeyConstraint('board_author_key', ['board', 'pseudonym'])
	);

	await table(db, 'note', (t) =>
		t
			.addColumn('board', 'text', required)
			.addColumn('key', 'text', required)
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('activity_id', 'text', (c) => c.notNull().references('activity.id'))
			.addColumn('column_id', 'text', required)
			.addColumn('author_id', 'text', (c) => c.references('actor.id'))
			.addColumn('text', 'text', required)
			.addColumn('created_at', 'bigint', required)
			.addColumn('deleted', 'integer', required)
			.addColumn('edited', 'integer', required)
			.addPrimaryKeyConstraint('note_key', ['board', 'key'])
	);
	await index(db, 'note', 'workshop_id');
	await table(db, 'cluster', (t) =>
		t
			.addColumn('id', 'text', required)
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('title', 'text', required)
			.addColumn('position', 'double precision', required)
			.addColumn('deleted', 'integer', required)
			.addPrimaryKeyConstraint('cluster_key', ['workshop_id', 'id'])
	);
	await table(db, 'cluster_note', (t) =>
		t
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('cluster_id', 'text', required)
			.addColumn('board', 'text', required)
			.addColumn('note_key', 'text', required)
			.addPrimaryKeyConstraint('cluster_note_key', ['workshop_id', 'board', 'note_key'])
	);

	await table(db, 'vote', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('activity_id', 'text', (c) => c.notNull().references('activity.id'))
			.addColumn('budget', 'integer', required)
			.addColumn('cap', 'integer', required)
			.addColumn('state', 'text', required)
			.addColumn('opened_at', 'bigint', required)
			.addColumn('closed_at', 'bigint')
	);
	await index(db, 'vote', 'workshop_id');
	await table(db, 'vote_option', (t) =>
		t
			.addColumn('vote_id', 'text', (c) => c.notNull().references('vote.id').onDelete('cascade'))
			.addColumn('cluster_id', 'text', required)
			.addColumn('title', 'text', required)
			.addColumn('position', 'integer', required)
			.addPrimaryKeyConstraint('vote_option_key', ['vote_id', 'cluster_id'])
	);
	await table(db, 'ballot', (t) =>
		t
			.addColumn('vote_id', 'text', (c) => c.notNull().references('vote.id').onDelete('cascade'))
			.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
			.addColumn('cluster_id', 'text', required)
			.addColumn('dots', 'integer', required)
			.addPrimaryKeyConstraint('ballot_key', ['vote_id', 'actor_id', 'cluster_id'])
	);

	await table(db, 'proposal', (t) =>
		t
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('number', 'integer', required)
			.addColumn('text', 'text', required)
			.addColumn('status', 'text', required)
			.addColumn('created_by', 'text', (c) => c.notNull().references('actor.id'))
			.addColumn('created_at', 'bigint', required)
			.addColumn('version', 'integer', required)
			.addUniqueConstraint('proposal_number', ['workshop_id', 'number'])
	);
	await table(db, 'proposal_cluster', (t) =>
		t
			.addColumn('proposal_id', 'text', belongsToProposal)
			.addColumn('cluster_id', 'text', required)
			.addPrimaryKeyConstraint('proposal_cluster_key', ['proposal_id', 'cluster_id'])
	);
	await table(db, 'proposal_note', (t) =>
		t
			.addColumn('proposal_id', 'text', belongsToProposal)
			.addColumn('board', 'text', required)
			.addColumn('note_key', 'text', required)
			.addPrimaryKeyConstraint('proposal_note_key', ['proposal_id', 'board', 'note_key'])
	);

	await table(db, 'plan', (t) =>
		t
			.addColumn('workshop_id', 'text', (c) =>
				c.primaryKey().references('workshop.id').onDelete('cascade')
			)
			.addColumn('title', 'text', required)
	);
	await table(db, 'plan_axis', (t) =>
		t
			.addColumn('id', 'text', required)
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('title', 'text', required)
			.addColumn('position', 'double precision', required)
			.addPrimaryKeyConstraint('plan_axis_key', ['workshop_id', 'id'])
	);
	await table(db, 'plan_objective', (t) =>
		t
			.addColumn('id', 'text', required)
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('axis_id', 'text', required)
			.addColumn('title', 'text', required)
			.addColumn('position', 'double precision', required)
			.addPrimaryKeyConstraint('plan_objective_key', ['workshop_id', 'id'])
	);
	await table(db, 'plan_action', (t) =>
		t
			.addColumn('id', 'text', required)
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('objective_id', 'text', required)
			.addColumn('code', 'text', required)
			.addColumn('cost', 'bigint')
			.addColumn('start_month', 'text')
			.addColumn('end_month', 'text')
			.addColumn('fields', 'text', required)
			.addColumn('position', 'double precision', required)
			.addPrimaryKeyConstraint('plan_action_key', ['workshop_id', 'id'])
	);
	await table(db, 'plan_financing', (t) =>
		t
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('action_id', 'text', required)
			.addColumn('position', 'integer', required)
			.addColumn('source', 'text', required)
			.addColumn('amount', 'bigint', required)
			.addColumn('status', 'text', required)
			.addPrimaryKeyConstraint('plan_financing_key', ['workshop_id', 'action_id', 'position'])
	);
	await table(db, 'plan_action_proposal', (t) =>
		t
			.addColumn('workshop_id', 'text', belongsToWorkshop)
			.addColumn('action_id', 'text', required)
			.addColumn('proposal_id', 'text', required)
			.addPrimaryKeyConstraint('plan_action_proposal_key', [
				'workshop_id',
				'action_id',
				'proposal_id'
			])
	);
}

type Column = Parameters<Parameters<CreateTableBuilder<string>['addColumn']>[2] & object>[0];

const required = (column: Column): Column => column.notNull();
const belongsToWorkshop = (column: Column): Column =>
	column.notNull().references('workshop.id').onDelete('cascade');
const belongsToProposal = (column: Column): Column =>
	column.notNull().references('proposal.id').onDelete('cascade');

function isPostgres(db: Kysely<any>): boolean {
	return !db.getExecutor().adapter.constructor.name.toLowerCase().includes('sqlite');
}

async function table(
	db: Kysely<any>,
	name: string,
	build: (builder: CreateTableBuilder<string>) => CreateTableBuilder<string, string>
): Promise<void> {
	await build(db.schema.createTable(name)).execute();
}

async function index(db: Kysely<any>, name: string, column: string): Promise<void> {
	await db.schema.createIndex(`${name}_${column}`).on(name).column(column).execute();
}
