import type { AccountActor } from '#lib/domain/people/actor.ts';
import { boardFor } from '#lib/domain/stage/stage.ts';
import { newId } from '#lib/domain/id.ts';
import { createLink, DAY } from '#lib/server/auth/links.ts';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { findAccountActor } from '#lib/server/access/load-actor.ts';
import type { App } from '#lib/server/app.ts';
import { onePixelPng } from '../files/one-pixel-png.ts';
import { makeTable } from '../workshops/workshop-people.ts';

/** Everybody who may open a page. What holds a link and no cookie (screen, guest link) is a stranger to all others. */
export const PAGE_ROLES = [
	'stranger',
	'participant',
	'tableHost',
	'lead',
	'coFacilitator',
	'otherFacilitator',
	'director',
	'otherDirector',
	'administrator'
] as const;
export type PageRole = (typeof PAGE_ROLES)[number];

/** The live rooms of the scene. */
export const SCENE_ROOMS = ['board', 'tableBoard', 'clusters', 'stage', 'plan'] as const;
export type RoomOfScene = (typeof SCENE_ROOMS)[number];

/** The example workshop with everybody signed in, and what its pages' addresses name. */
export interface PageScene {
	readonly workshopId: string;
	/** What to put for `[name]` in a route. */
	readonly params: Readonly<Record<string, string>>;
	readonly cookies: Readonly<Record<PageRole, string>>;
	/** Secrets by kind; what is somebody's own stands under `own` before the kind. */
	readonly secrets: (role: PageRole) => ReadonlyMap<string, string>;
	/** Every id of a row: keys of maps. */
	readonly ids: ReadonlySet<string>;
	/** A live room of each kind, by what it is called here; the table's board is not shown to others. */
	readonly rooms: Readonly<Record<RoomOfScene, string>>;
	readonly screenToken: string;
}

/** Loads the example into an empty installation and brings in everybody. */
export async function makePageScene(app: App): Promise<PageScene> {
	const { db } = app;
	const links = await app.loadExample();
	const workshop = await db.selectFrom('workshop').selectAll().executeTakeFirstOrThrow();
	const workshopId = workshop.id;
	const leadRow = await db
		.selectFrom('workshop_facilitator')
		.select('account_id')
		.where('lead', '=', 1)
		.executeTakeFirstOrThrow();
	const lead = (await findAccountActor(db, leadRow.account_id)) as AccountActor;
	const accounts = {
		lead: lead.id,
		coFacilitator: await makeAccount(app, 'facilitator'),
		otherFacilitator: await makeAccount(app, 'facilitator'),
		director: await makeAccount(app, 'director', workshop.region_id ?? ''),
		otherDirector: await makeAccount(app, 'director', 'oriental'),
		administrator: await makeAccount(app, 'administrator')
	};
	const co = await db
		.selectFrom('account')
		.select('email')
		.where('id', '=', accounts.coFacilitator)
		.executeTakeFirstOrThrow();
	await app.workshops.nameFacilitator(lead, workshopId, co.email);
	const stage = await app.stage.get(lead, workshopId);
	const board = boardFor(stage, stage.activityId)?.id ?? '';
	const guests = await db
		.selectFrom('note')
		.innerJoin('participant', 'participant.actor_id', 'note.author_id')
		.select(['participant.id', 'participant.actor_id'])
		.distinct()
		.where('note.board_id', '=', board)
		.orderBy('participant.id')
		.limit(2)
		.execute();
	const [participant, host] = guests;
	if (!participant || !host) throw new Error('nobody wrote in the example');
	const table = await makeTable(db, { workshopId }, { activityId: stage.activityId ?? '' });
	const { spaceId } = table;
	await app.tickets.add(lead, workshopId, 1);
	const { version } = await app.workshops.get(lead, workshopId);
	await app.workshops.setHallWifi(lead, workshopId, version, {
		network: 'Atelier-Fes',
		password: 'pole2025fes'
	});
	await app.spaces.seat(lead, workshopId, {
		spaceId,
		participantId: host.id,
		role: 'facilitator'
	});
	await app.people.settle(lead, workshopId, {
		kind: 'equal_names',
		people: [participant.id, host.id]
	});
	const own = { participant, tableHost: host };
	const sessions = new Map<string, string>();
	const cookieOf = async (name: string, actorId: string): Promise<string> => {
		const { token } = await app.sessions.create(actorId);
		sessions.set(token, 'sessionToken');
		return `${name}=${token}`;
	};
	const cookies = { stranger: '' } as Record<PageRole, string>;
	for (const [role, id] of Object.entries(accounts))
		cookies[role as PageRole] = await cookieOf(ACCOUNT_COOKIE, id);
	for (const [role, { actor_id }] of Object.entries(own))
		cookies[role as PageRole] = await cookieOf(guestCookie(workshopId), actor_id);

	const fileId = newId();
	await db
		.insertInto('file')
		.values({
			id: fileId,
			workshop_id: workshopId,
			media_type: 'image/png',
			bytes: onePixelPng(),
			created_at: 1
		})
		.execute();
	const vote = await db.selectFrom('vote').select('id').executeTakeFirstOrThrow();
	const option = await db.selectFrom('vote_option').select('ref').executeTakeFirstOrThrow();
	const invitation = await createLink(db, {
		purpose: 'invitation',
		payload: { role: 'director', regions: ['oriental'] },
		lifetime: DAY
	});
	const tokens = {
		screen: last(links.screen),
		enter: last(links.participant),
		link: last(links.director),
		invitation,
		setup: 'x'.repeat(32)
	};
	const params = {
		workshop: workshopId,
		board,
		code: workshop.join_code,
		vote: vote.id,
		option: option.ref,
		activity: stage.activityId ?? '',
		file: fileId,
		subject: 'data',
		format: 'json',
		...Object.fromEntries(Object.entries(tokens).map(([name, token]) => [`${name}/[token`, token]))
	};

	const secrets = new Map<string, string>(sessions);
	secrets.set(workshop.join_code, 'joinCode');
	for (const token of Object.values(tokens)) secrets.set(token, 'linkToken');
	const say = (kind: string, values: readonly (string | null)[]): void => {
		for (const value of values) if (value) secrets.set(value, kind);
	};
	const rows = await tablesOf(app);
	say('noteKey', column(rows, 'note', 'key'));
	say('pseudonym', column(rows, 'board_author', 'pseudonym'));
	say('installationSecret', column(rows, 'secret', 'value'));
	say('participantId', column(rows, 'participant', 'id'));
	say('accountId', column(rows, 'account', 'id'));
	say('email', column(rows, 'account', 'email'));
	say('wifi', column(rows, 'hall_wifi', 'network'));
	say('wifi', column(rows, 'hall_wifi', 'password'));
	say('passwordHash', column(rows, 'account', 'password_hash'));
	say('sessionHash', column(rows, 'session', 'id_hash'));
	say('linkHash', column(rows, 'link', 'token_hash'));
	const accountIds = new Set(column(rows, 'account', 'id'));
	const emails = new Map(
		(rows.get('account') ?? []).map(({ id, email }) => [String(id), String(email)])
	);
	say(
		'guestActorId',
		column(rows, 'actor', 'id').filter((id) => !accountIds.has(id))
	);
	const ids = new Set(
		[...rows.values()]
			.flat()
			.flatMap((row) =>
				Object.entries(row).flatMap(([name, value]) =>
					/(^|_)id$/.test(name) && typeof value === 'string' ? [value] : []
				)
			)
	);
	const ownOf = (role: PageRole): readonly string[] => {
		if (role === 'stranger') return [];
		if (role === 'participant' || role === 'tableHost') {
			const { id, actor_id } = own[role];
			return [id, actor_id];
		}
		return [accounts[role], emails.get(accounts[role]) ?? ''];
	};
	const grouping = await db.selectFrom('grouping').select('id').executeTakeFirstOrThrow();
	const plan = await db.selectFrom('plan').select('id').executeTakeFirstOrThrow();
	return {
		screenToken: tokens.screen,
		rooms: {
			board: `board.${board}`,
			tableBoard: `board.${table.boardId}`,
			clusters: `clusters.${grouping.id}`,
			stage: `stage.${workshopId}`,
			plan: `plan.${plan.id}`
		},
		workshopId,
		params,
		cookies,
		ids,
		secrets: (role) =>
			new Map(
				[...secrets].map(([value, kind]) => [
					value,
					ownOf(role).includes(value) ? `own:${kind}` : kind
				])
			)
	};
}

/** The address that a route has in the scene. */
export function addressOf(route: string, params: Readonly<Record<string, string>>): string {
	return route
		.replace(/(\w+)\/\[token\]/, (whole, name: string) => {
			const token = params[`${name}/[token`];
			return token === undefined ? whole : `${name}/${token}`;
		})
		.replaceAll(/\[(\w+)\]/g, (_whole, name: string) => params[name] ?? 'x');
}

type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

async function tablesOf({ db }: App): Promise<Rows> {
	const tables = await db.introspection.getTables();
	const rows = new Map<string, Record<string, unknown>[]>();
	for (const { name } of tables)
		rows.set(
			name,
			await db
				.selectFrom(name as 'workshop')
				.selectAll()
				.execute()
		);
	return rows;
}

function column(rows: Rows, table: string, name: string): string[] {
	const values = (rows.get(table) ?? []).flatMap((row) =>
		typeof row[name] === 'string' ? [row[name]] : []
	);
	if (!rows.has(table)) throw new Error(`there is no table ${table}`);
	return values;
}

async function makeAccount(
	{ db }: App,
	role: AccountActor['role'],
	regionId?: string
): Promise<string> {
	const id = newId();
	await db.insertInto('actor').values({ id, kind: 'account', created_at: 1 }).execute();
	await db
		.insertInto('account')
		.values({
			id,
			email: `${newId()}@example.ma`,
			name: 'اسم',
			role,
			password_hash: null,
			created_at: 1,
			disabled_at: null
		})
		.execute();
	if (regionId !== undefined)
		await db.insertInto('account_region').values({ account_id: id, region_id: regionId }).execute();
	return id;
}

function last(path: string): string {
	return path.split('/').at(-1) ?? '';
}
