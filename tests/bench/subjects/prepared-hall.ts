import * as Y from 'yjs';
import { createApp, type App } from '#lib/server/app.ts';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { boardFor } from '#lib/domain/stage/stage.ts';
import { collectsNotes, columnsOf } from '#lib/domain/activities/activity-setup.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { makeExamplePeople } from '#lib/server/example/example-people.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import type { Visit } from '../load/person.ts';
import { AUTHORS, boardContent } from './board-content.ts';

/** A data folder with an open hall, and as whom people come to its board. */
export interface PreparedHall {
	readonly visits: readonly Visit[];
	/** A facilitator's sockets: they see presence. */
	readonly facilitator: Visit;
	readonly column: string;
	readonly door: Door;
	/** Of the board's first content. */
	readonly stateVector: Uint8Array;
}

/** How more people come into a hall. */
export interface Door {
	readonly joinCode: string;
	readonly categoryId: string;
}

/** What stands in an installation before people come. */
export interface HallNeed {
	/** People in all, spread over the boards, as many on each. */
	readonly people: number;
	readonly notes: number;
	/** Each stands in a workshop of its own. */
	readonly boards: number;
}

/**
 * Makes an installation as its people would, by its services: accounts, workshops, open halls, people
 * who joined by the code, an activity that collects notes. What stands on the boards before is written by
 * the server.
 */
export async function prepareHalls(
	dataDir: string,
	{ people, notes, boards }: HallNeed
): Promise<PreparedHall> {
	const app = await createApp({ host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent' });
	try {
		const { facilitator } = await makeExamplePeople(app);
		const halls: PreparedHall[] = [];
		for (let board = 0; board < boards; board++)
			halls.push(await prepareHall(app, facilitator, people / boards, notes));
		const [first] = halls;
		if (!first || halls.some(({ column }) => column !== first.column))
			throw new Error('The boards have no column in common.');
		return { ...first, visits: halls.flatMap(({ visits }) => visits) };
	} finally {
		await app.close();
	}
}

/** One open hall of `people` with `notes` on its board. */
export async function prepareHall(
	app: App,
	facilitator: AccountActor,
	people: number,
	notes: number
): Promise<PreparedHall> {
	const workshopId = await app.workshops.create(facilitator, {
		title: { ar: 'ورشة القياس', fr: 'Atelier de mesure' },
		origin: { kind: 'template', template: 'fes-meknes' }
	});
	const { joinCode } = await app.workshops.openHall(facilitator, workshopId, 1);
	const activity = (await app.agenda.list(facilitator, workshopId)).find(collectsNotes);
	const column = activity && columnsOf(activity)[0]?.id;
	if (!activity || column === undefined) throw new Error('The template collects no notes.');
	const { version } = await app.stage.get(facilitator, workshopId);
	await app.stage.openActivity(facilitator, workshopId, activity.id, version);
	const categories = (await app.categories.list(facilitator, workshopId))
		.filter(({ observing }) => !observing)
		.map(({ id }) => id);
	const tokens = await joinAll(app, joinCode, categories, people);
	const board = boardFor(await app.stage.get(facilitator, workshopId), activity.id)?.id ?? '';
	const content = await writeBoard(app, board, column, tokens.slice(0, AUTHORS), notes);
	const { token } = await app.sessions.create(facilitator.id);
	const paths = (as: string) =>
		[`board.${board}`, `stage.${workshopId}`].map((room) => `/sync/${room}?as=${as}&ack=1`);
	return {
		column,
		door: { joinCode, categoryId: categories[0] ?? '' },
		stateVector: Y.encodeStateVectorFromUpdate(content),
		visits: tokens.map((guest) => ({
			cookie: `${guestCookie(workshopId)}=${guest}`,
			paths: paths(workshopId)
		})),
		facilitator: { cookie: `${ACCOUNT_COOKIE}=${token}`, paths: paths('account') }
	};
}

/** Everybody joins with the code, each on a device of their own; gives the sessions' secrets. */
async function joinAll(
	app: App,
	joinCode: string,
	categories: readonly string[],
	people: number
): Promise<string[]> {
	const tokens: string[] = [];
	for (let index = 0; index < people; index++) {
		const { session } = await app.participants.join(
			{
				code: joinCode,
				categoryId: categories[index % categories.length] ?? '',
				language: 'ar',
				name: '',
				organisation: '',
				province: ''
			},
			{
				device: `device-${index}`,
				address: `address-${index}`,
				guest: () => Promise.resolve(undefined),
				removed: () => Promise.resolve(false)
			}
		);
		tokens.push(session?.token ?? '');
	}
	return tokens;
}

async function writeBoard(
	app: App,
	boardId: string,
	column: string,
	authors: readonly string[],
	notes: number
): Promise<Uint8Array> {
	const pseudonyms = await openPseudonyms(app.db);
	const names: string[] = [];
	for (const token of authors) {
		const session = await app.sessions.validate(token);
		names.push(await pseudonyms.of(boardId, session?.actorId ?? ''));
	}
	const content = boardContent(notes, names, column);
	if (notes > 0)
		await app.rooms.change('board', boardId, null, (doc) => Y.applyUpdate(doc, content));
	return content;
}
