import type { Kysely } from 'kysely';

/**
 * What is set of an activity's kind stands in one JSON column, which takes the place of `columns`, `vote`
 * and `writing`. Activities whose notes stand in the workshop's clusters go on clustering together; others
 * that are voted on get clusters of their own, so that nothing else is voted on with them.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await db.schema
		.alterTable('activity')
		.addColumn('parameters', 'text', (c) => c.notNull().defaultTo('{}'))
		.execute();
	const clustered = await db.selectFrom('cluster_note').select('board').distinct().execute();
	const together = new Set(clustered.map(({ board }) => String(board)));
	const activities = await db
		.selectFrom('activity')
		.select(['id', 'kind', 'columns', 'vote', 'writing'])
		.execute();
	for (const activity of activities) {
		const parameters = parametersOf(activity, together.has(String(activity.id)));
		await db
			.updateTable('activity')
			.set({ parameters: JSON.stringify(parameters) })
			.where('id', '=', activity.id)
			.execute();
	}
	for (const column of ['columns', 'vote', 'writing'])
		await db.schema.alterTable('activity').dropColumn(column).execute();
}

function parametersOf(
	activity: { kind: string; columns: string; vote: string; writing: string },
	clustered: boolean
): object {
	const vote: unknown = JSON.parse(activity.vote);
	if (activity.kind === 'vote') return { vote: vote ?? { budget: 5, cap: 2 } };
	if (activity.kind !== 'notes') return {};
	return {
		columns: JSON.parse(activity.columns) as unknown,
		writing: activity.writing,
		clusters: vote === null || clustered ? 'together' : 'apart',
		vote
	};
}
