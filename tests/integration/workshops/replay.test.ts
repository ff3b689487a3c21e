import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FiguresBody } from '#lib/server/api/figure.api.ts';
import type { ResultsBody } from '#lib/server/api/vote.api.ts';
import { EXAMPLE } from '#lib/server/example/example-workshop.ts';
import { forEachEmptyPostgres } from '../../support/database/open-test-database.ts';
import {
	countGroup,
	expectedOfShown,
	inExampleTerms
} from '../../support/replay/example-figures.ts';
import {
	replayExample,
	type NewInstallation,
	type Replayed
} from '../../support/replay/replay-example.ts';
import { startLiveServer } from '../../support/server/live-server.ts';
import { startServer } from '../../support/server/start-server.ts';

interface Running extends NewInstallation {
	stop(): Promise<void>;
}

describe('the whole example, replayed on SQLite on a server of its own', () => {
	givesItsFigures(async () => {
		const server = await startServer();
		return {
			origin: server.origin,
			setupLink: server.links.setupLink ?? '',
			stop: () => server.stop()
		};
	});
});

forEachEmptyPostgres('the whole example, replayed over HTTP and WebSocket', (open) => {
	givesItsFigures(async () => {
		const server = await startLiveServer(await open());
		// What the entry prints at its start.
		const setupLink = (await server.app.setupLink()) ?? '';
		return { origin: server.origin, setupLink, stop: () => server.stop() };
	});
});

function givesItsFigures(start: () => Promise<Running>): void {
	let server: Running;
	let replayed: Replayed;
	let figures: FiguresBody;

	beforeAll(async () => {
		server = await start();
		replayed = await replayExample(server);
		figures = await ask(replayed.facilitator);
	}, 120_000);

	afterAll(() => server.stop());

	const ask = (who: Replayed['facilitator']): Promise<FiguresBody> =>
		who.json('GET', `/api/workshops/${replayed.workshopId}/figures`);

	test('[EX1] counts what the example counts', () => {
		expect(EXAMPLE.expected.counts).toMatchObject(figures.counts);
		expect(Object.keys(figures.counts)).toHaveLength(13);
	});

	/** The vote's record, as the JSON interface answers it. */
	const readVote = (): Promise<ResultsBody> =>
		replayed.facilitator.json('GET', `/api/votes/${replayed.voteId}/results`);

	const KEYS = [
		'notes_by_activity',
		'notes_by_column',
		'notes_by_category',
		'categories_without_notes',
		'participants_by_category',
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
	] as const satisfies readonly (keyof FiguresBody)[];

	test.each(KEYS)('[EX1] gives the example’s %s', (key) => {
		expect(inExampleTerms(figures, replayed)[key]).toEqual(expectedOfShown()[key]);
	});

	test('[FG5] names withheld categories without a figure, one-person ones among them', () => {
		const of = (id: string) => figures.participants_by_category[replayed.categories.get(id) ?? ''];
		const { single_member_categories: single, participants_by_category: people } = EXAMPLE.expected;
		for (const [id, count] of Object.entries(people)) expect(of(id)).toBe(count < 3 ? null : count);
		for (const id of single) expect(of(id)).toBeNull();
		expect(figures).not.toHaveProperty('single_member_categories');
	});

	test('[VO9] tells the vote by groups as the ballots of the example have it, in thirds where few voted', async () => {
		const vote = await readVote();
		const category = new Map([...replayed.categories].map(([name, id]) => [id, name]));
		const clusters = [...replayed.clusters];
		const groups = (vote.groups ?? []).map(({ categories, ...told }) => ({
			...told,
			expected: countGroup(categories.map((id) => category.get(id) ?? ''))
		}));
		expect(groups.flatMap(({ expected }) => expected.categories)).toHaveLength(17);
		let exact = 0;
		for (const group of groups) {
			const { expected } = group;
			if ('withheld' in group) expect(expected.voters).toBeLessThan(4);
			else expect(group.voters).toBe(expected.voters);
			for (const [name, id] of clusters) {
				if (!('support' in group)) continue;
				const supporters = expected.supporters.get(name) ?? 0;
				const third = (supporters * 3) / expected.voters;
				const band = third <= 1 ? 'few' : third >= 2 ? 'most' : 'some';
				const score = expected.dots.get(name) ?? 0;
				if (expected.voters >= 10) exact++;
				expect(group.support[id]).toEqual(expected.voters >= 10 ? { score, supporters } : { band });
			}
		}
		expect(exact).toBeGreaterThan(0);
	});

	test('[FG4] tells the director the same, with names in the place of keys', async () => {
		const { notes_not_traced_to_any_action: names, ...told } = await ask(replayed.director);
		const { notes_not_traced_to_any_action: keys, ...same } = figures;
		expect(told).toEqual(same);
		expect(new Set(names).size).toBe(keys.length);
		expect(names.filter((name) => keys.includes(name))).toEqual([]);
	});
}
