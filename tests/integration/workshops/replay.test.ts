import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE, type ExampleFigures } from '#lib/server/example/example-workshop.ts';
import { startLiveServer, type LiveServer } from '../../support/server/live-server.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { inExampleTerms } from '../../support/replay/example-figures.ts';
import { replayExample } from '../../support/replay/replay-example.ts';

forEachEngine('the whole example, replayed over HTTP and WebSocket', (open) => {
	let server: LiveServer;
	let figures: ReturnType<typeof inExampleTerms>;

	beforeAll(async () => {
		server = await startLiveServer(await open());
		const replayed = await replayExample(server);
		figures = inExampleTerms(await server.app.figures.complete(replayed.workshopId), replayed);
	}, 120_000);

	afterAll(() => server.stop());

	const KEYS = [
		'notes_by_activity',
		'notes_by_column',
		'notes_by_category',
		'categories_without_notes',
		'participants_by_category',
		'single_member_categories',
		'dot_totals',
		'dots_cast',
		'dots_possible',
		'ballot_voters',
		'dot_totals_by_category',
		'budget_total_mad',
		'budget_by_axis_mad',
		'budget_by_source_mad',
		'budget_by_status_mad',
		'plan_span',
		'proposals_without_action',
		'notes_not_traced_to_any_action'
	] as const satisfies readonly (keyof ExampleFigures)[];

	test('[EX1] counts what the example counts', () => {
		expect(EXAMPLE.expected.counts).toMatchObject(figures.counts);
		expect(Object.keys(figures.counts)).toHaveLength(13);
	});

	test.each(KEYS)('[EX1] gives the example’s %s', (key) => {
		expect(figures[key]).toEqual(EXAMPLE.expected[key]);
	});
});
