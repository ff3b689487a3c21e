import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addNote } from '#lib/board/board-doc.ts';
import { removeCluster } from '#lib/board/clusters-doc.ts';
import { readPlan, setFields, setRow } from '#lib/board/plan-doc.ts';
import { NOTE_TEXT_LIMIT } from '#lib/domain/boards/note.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { PLAN_LIMITS } from '#lib/domain/plan/action-plan.ts';
import { PART_LIMITS } from '#lib/domain/plan/field-parts.ts';
import { PROPOSAL_TEXT_LIMIT } from '#lib/domain/proposals/proposal.ts';
import type { RankedOption } from '#lib/domain/votes/publication.ts';
import { openSqlite, sqliteFile } from '#lib/server/db/open-database.ts';
import { peopleWhoMayVote } from '#lib/server/reads/electorate.ts';
import { copyOldDataFolder, readTold } from '../../support/database/old-data-folder.ts';
import { TOLD } from '../../support/parity/told-by-writers.ts';
import { writeWorkshop, type WrittenWorkshop } from '../../support/parity/written-workshop.ts';
import { HttpClient } from '../../support/server/http-client.ts';
import { startLiveServer, type LiveServer } from '../../support/server/live-server.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { until } from '../../support/until.ts';
import { fillTexts } from '../../support/workshops/fill-texts.ts';
import { publishVote } from '../../support/workshops/publish-vote.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';

const told = readTold();
const { small: workshopId } = told.ids;
const cookie = told.sessions.facilitator ?? '';

/**
 * What drives homes of one fact apart, in one workshop: somebody who wrote and voted was taken out, which
 * brings a category under the floor; axes were moved after actions had their codes; a cluster was made after the
 * vote, and one that was voted on is taken apart here. All that the small workshop of the old data folder brings; here others join after the vote
 * and take no part, so that they bring no category over the floor; texts grow to their limits, and the hall closes.
 */
describe('what several writers tell of one workshop', () => {
	const folder = copyOldDataFolder();
	let server: LiveServer;
	let written: WrittenWorkshop;
	let mayVoteNow: number;

	beforeAll(async () => {
		const db = openSqlite(sqliteFile(folder.dataDir));
		server = await startLiveServer(db);
		const browser = new HttpClient(server.origin, cookie);
		await joinLater(0, 'Artisanes');
		await joinLater(2, 'Chercheurs');
		await joinLater(3, 'La gazette');
		// Until then the clusters stand still.
		await publishVote(server.app, await lead(), workshopId, told.ids.votes.open);
		const texts = await writeToTheLimits(browser);
		mayVoteNow = (await peopleWhoMayVote(db, workshopId).select('participant.id').execute()).length;
		const { version } = await server.app.workshops.get(await lead(), workshopId);
		await server.app.workshops.closeHall(await lead(), workshopId, version);
		written = await writeWorkshop(server, browser, await lead(), {
			workshopId,
			voteId: told.ids.votes.closed,
			texts
		});
	}, 120_000);

	afterAll(async () => {
		await server.stop();
		folder.remove();
	});

	async function joinLater(category: number, organisation: string): Promise<void> {
		const { joinCode: code, categories } = await atTheDoor();
		const categoryId = categories[category]?.categoryId;
		const asked = { code, categoryId, language: 'fr', organisation };
		await new HttpClient(server.origin).json('POST', '/api/join', asked);
	}

	async function leastVoted(): Promise<RankedOption> {
		const [vote] = await server.app.votes.published(await lead(), workshopId);
		const option = vote?.outcome?.options.at(-1);
		if (!option) throw new Error('Nothing was voted on.');
		return option;
	}

	async function lead(): Promise<AccountActor> {
		const session = await server.app.sessions.validate(cookie.split('=')[1] ?? '');
		return facilitator(session?.actorId ?? '');
	}

	async function atTheDoor() {
		const joinCode = told.small.workshop.joinCode as string;
		const invitation = await new HttpClient(server.origin).json<{
			categories: { categoryId: string }[];
		}>('GET', `/api/join/${joinCode}`);
		return { joinCode, ...invitation };
	}

	/** Gives what was written into the texts of an action. */
	async function writeToTheLimits(browser: HttpClient): Promise<string[]> {
		await browser.json('POST', `/api/workshops/${workshopId}/proposals`, {
			text: { ar: filled(PROPOSAL_TEXT_LIMIT) },
			status: 'draft',
			clusterIds: [],
			noteKeys: []
		});
		const identity = { as: 'account', cookie, origin: server.origin };
		const plan = new LiveClient(server.syncUrl, `plan.${workshopId}`, identity);
		const clusters = new LiveClient(server.syncUrl, `clusters.${workshopId}`, identity);
		const board = new LiveClient(
			server.syncUrl,
			`board.${told.ids.activities.diagnosis}`,
			identity
		);
		await until('all are open', () => [plan, board, clusters].every(({ synced }) => synced));
		const [action, other] = readPlan(plan.doc).actions;
		setFields(plan.doc, 'actions', action?.id ?? '', {
			title: { ar: filled(PLAN_LIMITS.title), fr: filled(PLAN_LIMITS.title) },
			description: filled(PART_LIMITS.text)
		});
		const { id: row = '' } = action?.responsible[0] ?? {};
		setRow(plan.doc, 'responsible', row, { name: filled(PART_LIMITS.line) });
		const texts = fillTexts(plan.doc, other?.id ?? '');
		const pseudonym = board.status?.pseudonym ?? '';
		const text = filled(NOTE_TEXT_LIMIT);
		addNote(board.doc, { pseudonym, columnId: 'A', text, at: Date.now() });
		removeCluster(clusters.doc, (await leastVoted()).ref);
		const open = [plan, board, clusters];
		await until('all is saved', () => open.every(({ allSaved }) => allSaved));
		for (const client of open) client.destroy();
		return texts;
	}

	test('[PY1] the workshop is one in which they could drift', () => {
		const { api, names, page } = written;
		const people = Object.entries(api.figures.participants_by_category);
		expect(people.map(([id, count]) => [names.category(id), count])).toEqual([
			['Artisanes', null],
			['منتخبون', null],
			['باحثون', null],
			['الصحافة', null]
		]);
		const { clusters } = page.material;
		expect(
			page.results.outcome?.options.map(({ ref }) => clusters.some(({ id }) => id === ref))
		).toContain(false);
		expect(mayVoteNow).toBeGreaterThan(page.results.electorate);
		expect(told.small.people.filter(({ removed }) => removed)).toHaveLength(1);
		const codes = page.outline.flatMap(({ objectives }) =>
			objectives.flatMap(({ code, actions }) => actions.map((action) => [code, action.code]))
		);
		expect(codes).toEqual([
			['1.1', '2.1.1'],
			['2.2', '2.2.1']
		]);
	});

	describe.each(Object.entries(TOLD))('%s', (_fact, writers) => {
		const [first, ...others] = Object.entries(writers);
		const [writer, read] = first ?? [];

		test.each(others)(`[PY1] ${writer ?? ''} and %s say the same`, (_other, readOther) => {
			const fact = read?.(written);
			expect(fact).toBeDefined();
			expect(readOther(written)).toEqual(fact);
		});
	});
});

/** A text of exactly this many characters, which a cut at its end would change. */
function filled(length: number): string {
	return 'مدرسة النسيج '.repeat(length).slice(0, length - 1) + 'ن';
}
