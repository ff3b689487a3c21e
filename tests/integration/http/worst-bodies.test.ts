import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { JSON_TYPE, WORST_BODIES } from '../../support/http/worst-bodies.ts';
import { startLiveServer, type LiveServer } from '../../support/server/live-server.ts';
import { routesWithBody, type RouteWithBody } from '../../support/server/routes.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import { joinAs, makeRegion } from '../../support/workshops/workshop-people.ts';

const ROUTES = routesWithBody();

let server: LiveServer;
let ids: Readonly<Record<string, string>>;
let facilitatorId: string;
let guestId: string;

beforeAll(async () => {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	server = await startLiveServer(db);
	const made = await makeWorkshop(db, { workshop: { region_id: await makeRegion(db) } });
	ids = { workshop: made.workshopId, code: made.joinCode, vote: 'v' };
	({ facilitatorId } = made);
	await db
		.insertInto('vote')
		.values({
			id: 'v',
			workshop_id: made.workshopId,
			activity_id: made.activityIds[0] ?? '',
			grouping_id: made.groupingId,
			rules: '{}',
			state: 'open',
			opened_at: 1,
			cited: 0,
			ended_at: null,
			published_at: null,
			record: null
		})
		.execute();
	guestId = (await joinAs(db, made.workshopId, made.categoryIds[0] ?? '')).id;
});
afterAll(() => server.stop());

async function send(
	{ method, path }: RouteWithBody,
	headers: object,
	body: BodyInit,
	cookie = ''
): Promise<{ status: number; length: number; text: string }> {
	const filled = path.replaceAll(/\[(\w+)\]/g, (_whole, name: string) => ids[name] ?? 'x');
	const answer = await fetch(server.origin + filled, {
		method,
		headers: { ...headers, accept: 'text/html', origin: server.origin, cookie },
		body,
		redirect: 'manual'
	});
	const text = await answer.text();
	return { status: answer.status, length: text.length, text };
}

/** Sends each route each of its worst bodies: none makes it fail, and none is repeated at length. */
async function sendAll(cookieOf: () => Promise<string>, least: number): Promise<void> {
	for (const route of ROUTES) {
		const cookie = await cookieOf();
		for (const [what, headers, body] of WORST_BODIES[route.kind]) {
			const { status, length } = await send(route, headers, body, cookie);
			const said = `${route.method} ${route.path}, ${what}: ${status}, ${length} letters`;
			expect(status, said).toBeGreaterThanOrEqual(least);
			expect(status, said).toBeLessThan(500);
			expect(length, said).toBeLessThan(10 * BODY_LIMITS.fields);
		}
	}
}

test('[SV11] all routes that take a body are asked', () => {
	const known = ['/api/join', '/join', '/sign-in', '/workshops/[workshop]/run?/openActivity'];
	expect(ROUTES.map(({ path }) => path)).toEqual(expect.arrayContaining(known));
	expect(ROUTES.length).toBeGreaterThan(50);
});

test('[SV11] a stranger is refused, in few words, whatever they send', () =>
	sendAll(() => Promise.resolve(''), 300));

// Some buttons ask for no field, so that what stands beside it is taken.
test('[SV11] nor does anything fail that a facilitator sends', () =>
	sendAll(async () => {
		const { token } = await server.app.sessions.create(facilitatorId);
		return `${ACCOUNT_COOKIE}=${token}`;
	}, 200));

test('[SV11] nor that a participant sends', () =>
	sendAll(async () => {
		const { token } = await server.app.sessions.create(guestId);
		return `${guestCookie(ids.workshop ?? '')}=${token}`;
	}, 200));

test('[SV11] a body that is too large for its route is told how large it may be', async () => {
	const join = { method: 'POST', path: '/api/join', kind: 'json' } as const;
	const { status, text } = await send(
		join,
		JSON_TYPE,
		JSON.stringify({ code: 'x'.repeat(20_000) })
	);
	expect(status).toBe(413);
	expect(JSON.parse(text)).toEqual({
		error: { code: 'message_too_large', details: { limit: BODY_LIMITS.fields } }
	});
});
