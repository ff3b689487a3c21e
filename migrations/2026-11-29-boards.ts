import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * Boards, spaces and groupings. A board stands between an activity and its notes, so that an activity can
 * run in several spaces; clusters belong to a grouping, so that a workshop has several. The board of
 * today's activities bears the activity's id and the grouping of today's clusters the workshop's, as do
 * the hall's stage: names of rooms, pseudonyms and the log hang on them.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await makeSpaces(db);
	await makeBoards(db);
	await makeGroupings(db);
	await moveNotes(db);
	await moveLateNotes(db);
	await movePrivateReveals(db);
	await moveClusters(db);
	await moveStages(db);
	// A role at a table is a seat's from now on, and no workshop has a table yet.
	await db
		.updateTable('participant')
		.set({ role: 'participant' })
		.where('role', 'in', ['table_facilitator', 'rapporteur'])
		.execute();
}

async function makeSpaces(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('space')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
		.addColumn('parent_id', 'text', (c) => c.references('space.id').onDelete('cascade'))
		.addColumn('kind', 'text', required)
		.addColumn('name', 'text', required)
		.addColumn('theme', 'text', required)
		.addColumn('capacity', 'integer')
		.addColumn('position', 'integer', required)
		.execute();
	await index(db, 'space', 'workshop_id');
	await db.schema
		.createTable('seat')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('space_id', 'text', belongsTo('space.id'))
		.addColumn('layer', 'text', required)
		.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
		.addColumn('role', 'text', required)
		.addColumn('since', 'bigint', required)
		.addColumn('until', 'bigint')
		.execute();
	await index(db, 'seat', 'space_id');
	// One seat a person in each layer at a time.
	await db.schema
		.createIndex('seat_current')
		.unique()
		.on('seat')
		.columns(['actor_id', 'layer'])
		.where(sql.ref('until'), 'is', null)
		.execute();
}

async function makeBoards(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('board')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
		.addColumn('activity_id', 'text', belongsTo('activity.id'))
		.addColumn('space_id', 'text', (c) => c.references('space.id').onDelete('cascade'))
		.addColumn('state', 'text', required)
		.addColumn('opened_at', 'bigint')
		.addColumn('locked', 'integer', required)
		.addColumn('revealed_at', 'bigint')
		.addColumn('shown_at', 'bigint')
		.addUniqueConstraint('board_space', ['activity_id', 'space_id'])
		.execute();
	await index(db, 'board', 'workshop_id');
	await db.schema
		.createIndex('board_hall')
		.unique()
		.on('board')
		.column('activity_id')
		.where(sql.ref('space_id'), 'is', null)
		.execute();
	const activities = await db
		.selectFrom('activity')
		.select(['id', 'workshop_id', 'state', 'opened_at', 'locked', 'revealed_at', 'parameters'])
		.execute();
	for (const { id, parameters, revealed_at, ...activity } of activities)
		await db
			.insertInto('board')
			.values({
				...activity,
				id,
				activity_id: id,
				// Where writing is shared notes were seen from the opening on.
				revealed_at: isSet(String(parameters), 'writing', 'private')
					? revealed_at
					: activity.opened_at
			})
			.execute();
	for (const column of ['state', 'locked', 'revealed_at'])
		await db.schema.alterTable('activity').dropColumn(column).execute();
}

async function makeGroupings(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('grouping')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
		.addColumn('kind', 'text', required)
		.addColumn('activity_id', 'text', (c) => c.references('activity.id').onDelete('cascade'))
		.addColumn('space_id', 'text', (c) => c.references('space.id').onDelete('cascade'))
		.execute();
	await index(db, 'grouping', 'workshop_id');
	await db
		.insertInto('grouping')
		.columns(['id', 'workshop_id', 'kind'])
		.expression((from) =>
			from.selectFrom('workshop').select(['id', 'id as workshop_id', sql.lit('plenary').as('kind')])
		)
		.execute();
	const activities = await db
		.selectFrom('activity')
		.select(['id', 'workshop_id', 'parameters'])
		.execute();
	for (const { id, workshop_id, parameters } of activities)
		if (isSet(String(parameters), 'clusters', 'apart'))
			await db
				.insertInto('grouping')
				.values({ id, workshop_id, kind: 'activity', activity_id: id })
				.execute();
	// Null in no row: a column that is added later cannot say so on SQLite.
	await db.schema
		.alterTable('vote')
		.addColumn('grouping_id', 'text', (c) => c.references('grouping.id'))
		.execute();
	await db
		.updateTable('vote')
		.set((set) => ({ grouping_id: set.ref('workshop_id') }))
		.execute();
}

async function moveNotes(db: Kysely<any>): Promise<void> {
	await remake(db, 'note', {
		build: (t) =>
			t
				.addColumn('board_id', 'text', (c) => c.notNull().references('board.id'))
				.addColumn('key', 'text', required)
				.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
				.addColumn('column_id', 'text', required)
				.addColumn('author_id', 'text', (c) => c.references('actor.id'))
				.addColumn('text', 'text', required)
				.addColumn('created_at', 'bigint', required)
				.addColumn('deleted', 'integer', required)
				.addColumn('edited', 'integer', required)
				.addPrimaryKeyConstraint('note_on_board', ['board_id', 'key']),
		columns: {
			board_id: 'board',
			key: 'key',
			workshop_id: 'workshop_id',
			column_id: 'column_id',
			author_id: 'author_id',
			text: 'text',
			created_at: 'created_at',
			deleted: 'deleted',
			edited: 'edited'
		}
	});
	await index(db, 'note', 'workshop_id');
}

async function moveLateNotes(db: Kysely<any>): Promise<void> {
	await remake(db, 'late_note', {
		build: (t) =>
			t
				.addColumn('board_id', 'text', belongsTo('board.id'))
				.addColumn('key', 'text', required)
				.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
				.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
				.addColumn('column_id', 'text', required)
				.addColumn('text', 'text', required)
				.addColumn('written_at', 'bigint', required)
				.addColumn('handed_at', 'bigint', required)
				.addColumn('state', 'text', required)
				.addColumn('decided_by', 'text')
				.addColumn('decided_at', 'bigint')
				.addPrimaryKeyConstraint('late_note_on_board', ['board_id', 'key']),
		columns: {
			board_id: 'activity_id',
			key: 'key',
			workshop_id: 'workshop_id',
			actor_id: 'actor_id',
			column_id: 'column_id',
			text: 'text',
			written_at: 'written_at',
			handed_at: 'handed_at',
			state: 'state',
			decided_by: 'decided_by',
			decided_at: 'decided_at'
		}
	});
	await index(db, 'late_note', 'workshop_id');
}

async function movePrivateReveals(db: Kysely<any>): Promise<void> {
	await remake(db, 'private_reveal', {
		build: (t) =>
			t
				.addColumn('room', 'text', (c) => c.primaryKey())
				.addColumn('board_id', 'text', belongsTo('board.id'))
				.addColumn('seq', 'integer', required),
		columns: { room: 'room', board_id: 'activity_id', seq: 'seq' }
	});
}

async function moveClusters(db: Kysely<any>): Promise<void> {
	await remake(db, 'cluster', {
		build: (t) =>
			t
				.addColumn('id', 'text', required)
				.addColumn('grouping_id', 'text', belongsTo('grouping.id'))
				.addColumn('title', 'text', required)
				.addColumn('position', 'double precision', required)
				.addColumn('deleted', 'integer', required)
				.addPrimaryKeyConstraint('cluster_in_grouping', ['grouping_id', 'id']),
		columns: {
			id: 'id',
			grouping_id: 'workshop_id',
			title: 'title',
			position: 'position',
			deleted: 'deleted'
		}
	});
	await remake(db, 'cluster_note', {
		build: (t) =>
			t
				.addColumn('grouping_id', 'text', belongsTo('grouping.id'))
				.addColumn('cluster_id', 'text', required)
				.addColumn('board_id', 'text', required)
				.addColumn('note_key', 'text', required)
				.addPrimaryKeyConstraint('cluster_note_in_grouping', [
					'grouping_id',
					'board_id',
					'note_key'
				]),
		columns: {
			grouping_id: 'workshop_id',
			cluster_id: 'cluster_id',
			board_id: 'board',
			note_key: 'note_key'
		}
	});
}

async function moveStages(db: Kysely<any>): Promise<void> {
	await remake(db, 'stage', {
		build: (t) =>
			t
				.addColumn('id', 'text', (c) => c.primaryKey())
				.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
				.addColumn('space_id', 'text', (c) => c.references('space.id').onDelete('cascade'))
				.addColumn('activity_id', 'text', (c) => c.references('activity.id').onDelete('set null'))
				.addColumn('view', 'text', required)
				.addColumn('timer', 'text', required)
				.addColumn('version', 'integer', required),
		columns: {
			id: 'workshop_id',
			workshop_id: 'workshop_id',
			activity_id: 'activity_id',
			view: 'view',
			timer: 'timer',
			version: 'version'
		}
	});
	await index(db, 'stage', 'workshop_id');
}

/**
 * Makes a table anew, with its rows, since SQLite drops no column that refers to another table. `columns`
 * says from which column of old each one comes.
 */
async function remake(
	db: Kysely<any>,
	name: string,
	next: {
		build: (builder: CreateTableBuilder<string>) => CreateTableBuilder<string, string>;
		columns: Readonly<Record<string, string>>;
	}
): Promise<void> {
	const made = `${name}_made`;
	await next.build(db.schema.createTable(made)).execute();
	const pairs = Object.entries(next.columns);
	await db
		.insertInto(made)
		.columns(pairs.map(([to]) => to))
		.expression((from) => from.selectFrom(name).select(pairs.map(([to, of]) => `${of} as ${to}`)))
		.execute();
	await db.schema.dropTable(name).execute();
	await db.schema.alterTable(made).renameTo(name).execute();
}

function isSet(parameters: string, name: string, value: string): boolean {
	return (JSON.parse(parameters) as Record<string, unknown>)[name] === value;
}

type Column = Parameters<Parameters<CreateTableBuilder<string>['addColumn']>[2] & object>[0];

const required = (column: Column): Column => column.notNull();
const belongsTo =
	(of: string) =>
	(column: Column): Column =>
		column.notNull().references(of).onDelete('cascade');

async function index(db: Kysely<any>, table: string, column: string): Promise<void> {
	await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}
