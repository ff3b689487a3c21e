import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { keyPaths } from '../../support/pages/key-paths.ts';
import { readPageData, unflatten } from '../../support/pages/page-data.ts';
import {
	addressOf,
	makePageScene,
	PAGE_ROLES,
	SCENE_ROOMS,
	type PageRole,
	type PageScene
} from '../../support/pages/page-people.ts';
import { startLiveServer, type LiveServer } from '../../support/server/live-server.ts';
import { readRoutes, routesWithBody, type ReadRoute } from '../../support/server/routes.ts';
import { Listener } from '../../support/sockets/listener.ts';
import { until } from '../../support/until.ts';
import { ACTIONS_TELL, PAGE_DATA, ROOMS_OPEN_TO, type Told } from './page-data.told.ts';

const ROUTES = readRoutes();

/** Endpoints that take a form and lead elsewhere. */
const ENDPOINTS = new Set(['/language', '/sign-out']);

let server: LiveServer;
let scene: PageScene;

beforeAll(async () => {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	server = await startLiveServer(db);
	scene = await makePageScene(server.app);
}, 120_000);
afterAll(() => server.stop());

/** What one role is told by one route: a refusal in a word, or keys and kinds of secrets. */
async function toldTo(role: PageRole, { path, kind }: ReadRoute): Promise<Told> {
	const address = addressOf(path, scene.params);
	const asked = kind === 'page' ? `${address === '/' ? '' : address}/__data.json` : address;
	const answer = await fetch(server.origin + asked, {
		headers: { cookie: scene.cookies[role], accept: 'application/json' },
		redirect: 'manual'
	});
	const text = await answer.text();
	const where = (location: string | null): string =>
		`leads to ${(location ?? '').replaceAll(scene.workshopId, '[workshop]').replace(/\?next=.*/, '')}`;
	if (answer.status >= 300 && answer.status < 400) return where(answer.headers.get('location'));
	if (kind === 'page') {
		const page = readPageData(text);
		if ('leads' in page) return where(page.leads);
		if ('refuses' in page) return page.refuses;
		return told(role, page.data, text);
	}
	if (answer.status >= 400) {
		const { error } = (text.startsWith('{') ? JSON.parse(text) : {}) as {
			error?: { code?: string };
		};
		return `${answer.status} ${error?.code ?? ''}`.trim();
	}
	const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
	// Documents and the description of the interface have tests of their own; other types hold no keys.
	const apart = answer.headers.has('content-disposition') || path === '/api/openapi.json';
	if (type !== 'application/json' || apart) return type;
	return told(role, JSON.parse(text), text);
}

function told(role: PageRole, data: unknown, text: string): Told {
	const kinds = new Set<string>();
	for (const [value, kind] of scene.secrets(role)) if (text.includes(value)) kinds.add(kind);
	return { secrets: [...kinds].sort().join(' '), keys: keyPaths(data, scene.ids) };
}

/** Roles that are told the same stand together. */
async function actual(route: ReadRoute): Promise<Record<string, Told>> {
	const groups = new Map<string, PageRole[]>();
	for (const role of PAGE_ROLES) {
		const key = JSON.stringify(await toldTo(role, route));
		groups.set(key, [...(groups.get(key) ?? []), role]);
	}
	return Object.fromEntries(
		[...groups].map(([key, roles]) => [roles.join(' '), JSON.parse(key) as Told])
	);
}

test('[PD1] every page and every endpoint that is read stands in the list', () => {
	expect(ROUTES.map(({ path }) => path)).toEqual(Object.keys(PAGE_DATA));
});

test.each(ROUTES)(
	'[PD1] $path tells each role what the list allows, and no more',
	async (route) => {
		expect(await actual(route)).toEqual(PAGE_DATA[route.path]);
	}
);

test.each(SCENE_ROOMS)(
	'[PD1] the live room %s lets in those who are listed, and nobody else',
	async (name) => {
		const room = scene.rooms[name];
		const visitors = [
			...PAGE_ROLES.map((role) => {
				const cookie = scene.cookies[role];
				const as = cookie.startsWith('tachawor_guest') ? scene.workshopId : 'account';
				return [
					role,
					new Listener(server.syncUrl, room, { as, cookie, origin: server.origin })
				] as const;
			}),
			['screen', new Listener(server.syncUrl, room, { screen: scene.screenToken })] as const
		];
		await until('everybody is in or turned away', () =>
			visitors.every(([, { count, closeCode }]) => closeCode !== undefined || count > 1)
		);
		const inside = visitors.filter(([, { closeCode }]) => closeCode === undefined);
		for (const [role, listener] of visitors)
			if (listener.closeCode !== undefined) expect(listener.count, role).toBe(0);
		expect(inside.map(([role]) => role).join(' ')).toBe(ROOMS_OPEN_TO[name]);
		for (const [, listener] of visitors) listener.close();
	}
);

/** What a form's action answers to a form without fields: what it tells, or the code of its refusal. */
async function answerOf(role: PageRole, path: string): Promise<string> {
	const answer = await fetch(server.origin + addressOf(path, scene.params), {
		method: 'POST',
		headers: {
			'content-type': 'application/x-www-form-urlencoded',
			'x-sveltekit-action': 'true',
			accept: 'application/json',
			origin: server.origin,
			cookie: scene.cookies[role]
		},
		redirect: 'manual'
	});
	const text = await answer.text();
	const { type, data } = JSON.parse(text) as { type: string; data?: string };
	const given = data === undefined ? undefined : unflatten(JSON.parse(data) as unknown[]);
	const { keys, secrets } = told(role, given, text) as Exclude<Told, string>;
	// A refusal says its code and its figures, and gives back what was typed, which here is nothing.
	const { error, values } = (given ?? {}) as { error?: { details: object }; values?: object };
	if (type === 'failure') {
		expect(Object.keys(given ?? {}).sort(), path).toEqual(['error', 'values']);
		expect(Object.keys(error ?? {}).sort(), path).toEqual(['code', 'details', 'message']);
		expect(values, path).toEqual({});
		expect(JSON.stringify(error?.details).length, path).toBeLessThan(200);
		expect(secrets, path).toBe('');
		return '';
	}
	const kinds = secrets === '' ? '' : ` (${secrets})`;
	return `${type === 'success' ? (keys['.'] ?? '') : ''}${kinds}`.trim();
}

test('[PD1] a form’s action answers with what its page shows of it, and no more', async () => {
	const tell: Record<string, string> = {};
	// Last of all: what a facilitator's forms do without fields changes the workshop.
	for (const role of ['stranger', 'participant', 'director', 'administrator', 'lead'] as const)
		for (const { path, kind } of routesWithBody()) {
			if (kind !== 'form' || !(path.includes('?/') || PAGE_DATA[path])) continue;
			if (ENDPOINTS.has(path)) continue;
			const keys = await answerOf(role, path);
			if (keys !== '') tell[`${role} ${path}`] = keys;
		}
	expect(tell).toEqual(ACTIONS_TELL);
}, 60_000);
