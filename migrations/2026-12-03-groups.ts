import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

/** What is told of groups is kept from the first telling on: the partition, the counts, and categories beside notes. */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.createTable('told_groups')
		.addColumn('workshop_id', 'text', (c) => belongsTo('workshop.id')(c).primaryKey())
		.addColumn('partition', 'text', required)
		.addColumn('active', 'text', required)
		.addColumn('tellings', 'text', required)
		.addColumn('fixed_at', 'bigint', required)
		.addColumn('told_at', 'bigint')
		.execute();
	await db.schema
		.createTable('told_board')
		.addColumn('board_id', 'text', (c) => belongsTo('board.id')(c).primaryKey())
		.addColumn('told_at', 'bigint', required)
		.execute();
	await db.schema
		.createTable('told_author')
		.addColumn('board_id', 'text', belongsTo('told_board.board_id'))
		.addColumn('actor_id', 'text', (c) => c.notNull().references('actor.id'))
		.addColumn('category_id', 'text', required)
		.addPrimaryKeyConstraint('told_author_on_board', ['board_id', 'actor_id'])
		.execute();
}

function required(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
	return column.notNull();
}

function belongsTo(key: string) {
	return (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
		column.notNull().references(key).onDelete('cascade');
}
