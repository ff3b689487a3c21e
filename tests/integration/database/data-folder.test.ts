import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readNotes } from '#lib/board/board-doc.ts';
import { readClusters, readMembers } from '#lib/board/clusters-doc.ts';
import { readPlan } from '#lib/board/plan-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { m } from '#lib/paraglide/messages.js';
import { createApp } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openSqlite, sqliteFile } from '#lib/server/db/open-database.ts';
import { verifyData } from '../../crash/verify-data.ts';
import { HttpClient } from '../../support/server/http-client.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { startLiveServer, type LiveServer } from '../../support/server/live-server.ts';
import {
	attendanceToday,
	copyOldDataFolder,
	exportToday,
	figuresToday,
	lateNotesToday,
	loadOldRows,
	overviewToday,
	openVoteToday,
	peopleToday,
	planToday,
	readTold,
	roleToday,
	toldToday,
	withPlainRowIds,
	votesOf,
	voteToday,
} from '../../support/database/old-data-folder.ts';
import { forEachEmptyPostgres } from '../../support/database/open-test-database.ts';
import { publishVote } from '../../support/workshops/publish-vote.ts';
import { until } from '../../support/until.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';

const told = toldToday(readTold());
const { activities, votes } = told.ids;
const WORKSHOPS = ['example', 'small'] as const;

describe('the data folder of version 0.1', () => {
	const folder = copyOldDataFolder();
	afterAll(() => folder.remove());

	test('[DF1] is migrated once, and its log, snapshots and rows agree', async () => {
		for (let start = 1; start <= 2; start++) {
			const db = openSqlite(sqliteFile(folder.dataDir));
			const config = { host: '127.0.0.1', port: 0, dataDir: 'unused', logLevel: 'fatal' } as const;
			await (await createApp(config, db)).close();
			expect(verifyData(folder.dataDir)).toBeUndefined();
		}
	});
});

describe('what version 0.1 left on SQLite', () => {
	const folder = copyOldDataFolder();
	afterAll(() => folder.remove());
	comesOverWhole(() => Promise.resolve(openSqlite(sqliteFile(folder.dataDir))));
});

forEachEmptyPostgres('what version 0.1 left', (open) => {
	comesOverWhole(async () => {
		const db = await open();
		await loadOldRows(db);
		return db;
	});
});

function comesOverWhole(open: () => Promise<RootDb>): void {
	let server: LiveServer;
	let lead: AccountActor;
	const clients: LiveClient[] = [];

	beforeAll(async () => {
		server = await startLiveServer(await open());
		const [, token = ''] = session('facilitator').split('=');
		lead = facilitator((await server.app.sessions.validate(token))?.actorId ?? '');
	}, 120_000);
	afterAll(async () => {
		for (const client of clients) client.destroy();
		await server.stop();
	});

	const browser = (who: string) => new HttpClient(server.origin, session(who));

	/** A socket of somebody's, as far as the server lets it in. */
	async function connect(room: string, who: string): Promise<LiveClient> {
		const as = { facilitator: 'account', exampleGuest: told.ids.example }[who] ?? told.ids.small;
		const identity = { as, cookie: session(who), origin: server.origin };
		const client = new LiveClient(server.syncUrl, room, identity);
		clients.push(client);
		await until(`${room} answers ${who}`, () => client.synced || client.closeCode !== undefined);
		return client;
	}

	describe.each(WORKSHOPS)('in the workshop %s', (which) => {
		const of = told[which];
		const id = told.ids[which];
		const get = (path: string): Promise<unknown> => browser('facilitator').json('GET', path);

		test('[DF2] each board has its notes', async () => {
			for (const [board, notes] of Object.entries(of.boards)) {
				const { doc } = await connect(`board.${board}`, 'facilitator');
				expect(readNotes(doc)).toEqual(notes);
			}
		});

		test('[DF2] each board has its history', async () => {
			for (const [board, events] of Object.entries(of.history))
				expect(await get(`/workshops/${id}/history/${board}/events`)).toEqual({
					boardId: board,
					events: historyToday(events)
				});
		});

		test('[DF2] clusters, with their notes, and the plan stand', async () => {
			const clusters = await connect(`clusters.${id}`, 'facilitator');
			expect(readClusters(clusters.doc)).toEqual(of.clusters);
			expect(Object.fromEntries(readMembers(clusters.doc))).toEqual(of.members);
			const plan = await connect(`plan.${id}`, 'facilitator');
			expect(withPlainRowIds(readPlan(plan.doc))).toEqual(planToday(of.plan));
		});

		test('[DF2] proposals lead from notes to actions, and the rest is untraced', async () => {
			const proposals = await get(`/api/workshops/${id}/proposals`);
			expect(withoutCategories(proposals)).toEqual(withoutCategories(of.proposals));
			expect(await server.app.proposals.untracedNotes(lead, id)).toEqual(of.untraced);
		});

		test('[DF2] people and late notes are as they were', async () => {
			expect(await server.app.people.list(lead, id)).toEqual(peopleToday(of.people));
			expect(await server.app.lateNotes.list(lead, id)).toMatchObject(lateNotesToday(of.lateNotes));
			const list = await fetch(`${server.origin}/workshops/${id}/attendance/list.csv`, {
				headers: { cookie: session('facilitator') }
			});
			const today = attendanceToday(of.attendance);
			const mark = m.common_watermark({}, { locale: 'ar' });
			const marked = which === 'example' ? today.replace('\uFEFF', `\uFEFF${mark}\r\n`) : today;
			// Reading a body as text takes the mark of its coding off.
			expect(await list.text()).toBe(marked.replace('\uFEFF', ''));
		});

		test('[DF2] what was prepared is as it was', async () => {
			// Its one date became the first of its days, and what it is held under has its own name.
			const { programme: framework, ...workshop } = of.workshop;
			const { date, startTime, endTime } = workshop;
			expect(await server.app.workshops.get(lead, id)).toEqual({
				...workshop,
				framework,
				admission: 'open',
				days: [{ id, date, startTime, endTime }]
			});
			expect(await server.app.categories.list(lead, id)).toEqual(of.categories);
			expect(await server.app.organisers.list(lead, id)).toEqual(of.organisers);
			const agenda = await server.app.agenda.list(lead, id);
			expect(agenda).toHaveLength(of.agenda.length);
			for (const [at, { id, kind, title, prompt, startTime, durationMinutes }] of of.agenda.entries())
				expect(agenda[at]).toMatchObject({ id, kind, title, prompt, startTime, durationMinutes });
		});

		test('[DF2] the stage is where it was', async () => {
			const stage = readStage((await connect(`stage.${id}`, 'facilitator')).doc);
			const { hall, activityId, view, vote, visible, unrevealed, locked } = of.stage;
			expect(stage).toMatchObject({ hall, activityId, view, vote });
			// The boards of old bear the ids of their activities.
			expect(stage?.boards.map(({ id, revealed, locked }) => ({ id, revealed, locked }))).toEqual(
				visible.map((id) => ({
					id,
					revealed: !unrevealed.includes(id),
					locked: locked.includes(id)
				}))
			);
		});

		test('[DF2] figures are the same', async () => {
			const { votes, ...figures } = await server.app.figures.complete(lead, id);
			expect(plain(figures)).toEqual(figuresToday(of.figures));
			const [vote] = votes;
			expect({
				dotTotals: vote?.outcome?.options.map(({ ref, score, rank }) => ({
					clusterId: ref,
					dots: score,
					rank
				})),
				dotsCast: vote?.outcome?.cast,
				dotsPossible: vote?.outcome?.possible,
				ballotVoters: vote?.voters
			}).toEqual(votesOf(of.figures));
			expect(await server.app.documents.overview(lead, id)).toMatchObject(overviewToday(of));
		});

		test('[DF6] the JSON export is the same', async () => {
			const path = `/api/workshops/${id}/documents/data/json?language=ar`;
			const today = await browser('facilitator').json<Record<string, unknown>>('GET', path);
			expect(comparable(today)).toMatchObject(comparable(exportToday(of.export)));
		});
	});

	test('[DF3] a closed vote is published with its totals, an open one has its ballots', async () => {
		const lead = browser('facilitator');
		const of = told.small;
		const record = voteToday(of.results!);
		expect(await lead.json('GET', `/api/votes/${votes.closed}/results`)).toMatchObject(record);
		expect(await lead.json('GET', `/api/votes/${votes.open}/turnout`)).toEqual({
			voteId: votes.open,
			...(of.turnout as object)
		});
	});

	test('[DF3] logos and screens are served', async () => {
		const [logo] = told.small.organisers.flatMap(({ logoId }) => logoId ?? []);
		const get = (path: string, cookie = '') =>
			fetch(new URL(path, server.origin), { headers: { cookie } });
		const picture = await get(`/files/${logo ?? ''}`, session('facilitator'));
		expect(picture.headers.get('content-type')).toBe('image/png');
		for (const screen of ['screen', 'exampleScreen'])
			expect((await get(session(screen))).status).toBe(200);
	});

	test.each(Object.entries(told.phones))('[DF4] %s goes on', async (who, phone) => {
		const { small } = told.ids;
		const get = (path: string): Promise<unknown> => browser(who).json('GET', path);
		const facts = await get(`/api/workshops/${small}/participant`);
		const { workshop, me } = phone.participant;
		expect(facts).toMatchObject({ workshop, me: { ...me, role: roleToday(me.role) } });
		expect(await get(`/api/votes/${votes.open}`)).toEqual(openVoteToday(phone.vote));
		expect(await get(`/api/workshops/${small}/late-notes`)).toEqual({
			workshopId: small,
			notes: lateNotesToday(phone.lateNotes.notes)
		});
		if (phone.closedVote)
			expect(await get(`/api/votes/${votes.closed}`)).toMatchObject({
				...openVoteToday(phone.closedVote),
				state: 'published',
				recorded: null
			});
		const stage = await connect(`stage.${small}`, who);
		expect(readStage(stage.doc)).toMatchObject({ activityId: activities.solutions, view: 'vote' });
		const mayRead = Object.keys(phone.private).length > 0;
		const board = await connect(`board.${activities.diagnosis}`, who);
		const notes = mayRead ? told.small.boards[activities.diagnosis] : [];
		expect(readNotes(board.doc)).toEqual(notes);
		for (const [activity, own] of Object.entries(phone.private))
			expect(readNotes((await connect(`private.${activity}`, who)).doc)).toEqual(own);
	});

	test('[DF4] so does a guest of the example', async () => {
		const path = `/api/workshops/${told.ids.example}/participant`;
		const { me } = told.exampleGuest;
		expect(await browser('exampleGuest').json('GET', path)).toMatchObject({ me });
		const [board = '', notes] = Object.entries(told.example.boards)[0] ?? [];
		expect(readNotes((await connect(`board.${board}`, 'exampleGuest')).doc)).toEqual(notes);
	});

	test('[DF4] who was taken out stays out', async () => {
		expect((await connect(`stage.${told.ids.small}`, 'ghali')).closeCode).toBe(4403);
	});

	test('[DF4] the director reads what they read', async () => {
		const path = `/api/workshops/${told.ids.example}/documents/data/json?language=ar`;
		const today = await browser('director').json<Record<string, unknown>>('GET', path);
		expect(comparable(today)).toMatchObject(comparable(exportToday(told.director.export)));
	});

	test('[DF5] private notes stay with their authors until they are revealed', async () => {
		const room = `board.${activities.unrevealed}`;
		for (const who of ['facilitator', 'bouchra', 'dounia'])
			expect(readNotes((await connect(room, who)).doc)).toEqual([]);
		const stage = await server.app.stage.get(lead, told.ids.small);
		const revealed = [told.ids.small, activities.unrevealed, stage.version] as const;
		await server.app.stage.revealNotes(lead, ...revealed);
		const notes = readNotes((await connect(room, 'bouchra')).doc);
		const own = Object.values(told.phones).flatMap(
			(phone) => phone.private[activities.unrevealed] ?? []
		);
		expect(own).toHaveLength(4);
		expect(notes).toEqual(expect.arrayContaining(own));
		// Who was taken out wrote too.
		const theirs = notes.filter(({ key }) => !own.some((note) => note.key === key));
		expect(theirs.map(({ text }) => text)).toEqual(['سرّ غالي', 'سرّ غالي (٢)']);
	});

	test('[DF5] no ballot of old stands beside its voter any more, nor any of a closed vote', async () => {
		const { db } = server.app;
		const ballots = await db.selectFrom('ballot').selectAll().execute();
		expect(new Set(ballots.map(({ vote_id }) => vote_id))).toEqual(new Set([votes.open]));
		const rows = JSON.stringify(ballots);
		for (const actorId of Object.values(told.ids.people)) expect(rows).not.toContain(actorId);
	});

	test('[DF5] the open vote is published with the ballots that were cast before', async () => {
		const { app } = server;
		const { small } = told.ids;
		const late = Object.keys(told.phones).find((who) => {
			const ballot = told.phones[who]?.vote.ballot;
			return ballot !== null && Object.keys(ballot as object).length === 0;
		});
		const { options } = await browser(late ?? '').json<{ options: { ref: string }[] }>(
			'GET',
			`/api/votes/${votes.open}`
		);
		await browser(late ?? '').json('PUT', `/api/votes/${votes.open}/ballot`, {
			ballot: { [options[0]!.ref]: 1 },
			turn: 1
		});
		await publishVote(app, lead, small, votes.open);
		const { outcome, voters } = await app.votes.results(lead, small, votes.open);
		// Three ballots of old with six dots, and the one of today.
		expect([voters, outcome?.cast, outcome?.possible]).toEqual([4, 7, 21]);
		const scores = new Map(outcome?.options.map(({ ref, score }) => [ref, score]));
		scores.set(options[0]!.ref, scores.get(options[0]!.ref)! - 1);
		expect([...scores.values()].sort()).toEqual([1, 1, 2, 2]);
	});
}

/** The cookies of somebody's session, or the path of a screen. */
function session(who: string): string {
	return told.sessions[who] ?? '';
}

/** Without what differs from file to file. */
function comparable({ plan, ...rest }: Readonly<Record<string, unknown>>): object {
	return { ...rest, plan: withPlainRowIds(plan as ActionPlan), exportedAt: null };
}

/** The changes of a board as they are told today: by the minute. */
function historyToday(events: unknown): object[] {
	return (events as { readonly at: number }[]).map((event) => ({
		...event,
		at: event.at - (event.at % 60_000)
	}));
}

/** Proposals without what of groups stands beside them, which is decided anew. */
function withoutCategories(proposals: unknown): unknown {
	const list = proposals as { proposals: Readonly<Record<string, unknown>>[] };
	return { proposals: list.proposals.map((one) => ({ ...one, categoryIds: [] })) };
}

/** As JSON carries it, maps as objects. */
function plain(value: unknown): unknown {
	const replace = (_key: string, part: unknown) =>
		part instanceof Map ? Object.fromEntries(part as Map<string, unknown>) : part;
	return JSON.parse(JSON.stringify(value, replace)) as unknown;
}
