import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { newSecret } from '#lib/server/auth/secret-hash.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { SqliteConnection } from '#lib/server/db/sqlite/sqlite-connection.ts';
import { startLiveServer, type LiveServer } from '../../support/server/live-server.ts';

const db = openSqlite(':memory:');
let server: LiveServer;

beforeAll(async () => {
	await migrateToLatest(db, MIGRATIONS);
	server = await startLiveServer(db);
});
afterAll(() => server.stop());

const MADE_UP = newSecret();

interface Asked {
	readonly what: string;
	readonly path: string;
	readonly body?: string | URLSearchParams;
	readonly cookie?: string;
}

/** What somebody may ask who is nobody yet, each with something wrong in it. */
const ASKED: readonly Asked[] = [
	{
		what: 'a wrong code',
		path: '/api/join',
		body: '{"code":"ABCDEF","categoryId":"x","language":"ar"}'
	},
	{ what: 'a wrong code in the link', path: '/join/ABCDEF' },
	{
		what: 'a wrong code in the form',
		path: '/join',
		body: new URLSearchParams({ code: 'ABCDEF' })
	},
	{
		what: 'a wrong ticket',
		path: '/api/join',
		body: '{"code":"ABCDEFGH","categoryId":"x","language":"ar"}'
	},
	{ what: 'an unknown ticket in the link', path: '/join/ABCDEFGH' },
	{
		what: 'an unknown account',
		path: '/sign-in',
		body: new URLSearchParams({ email: 'nobody@example.ma', password: 'not this one, surely' })
	},
	{ what: 'an unknown link', path: `/link/${MADE_UP}` },
	{ what: 'an unknown screen', path: `/screen/${MADE_UP}` },
	{
		what: 'a made-up guest',
		path: '/api/workshops/unknown/participant',
		cookie: `${guestCookie('unknown')}=${MADE_UP}`
	},
	{ what: 'a made-up session', path: '/', cookie: `${ACCOUNT_COOKIE}=${MADE_UP}` },
	{ what: 'an unknown vote', path: '/api/votes/unknown' },
	{ what: 'an unknown file', path: '/files/unknown' }
];

test.each(ASKED)(
	'[SV14] $what reads no table from end to end',
	async ({ path, body, cookie = '' }) => {
		const run = vi.spyOn(SqliteConnection.prototype, 'executeQuery');
		let asked: CompiledQuery[];
		try {
			const answer = await fetch(server.origin + path, {
				headers: {
					cookie,
					origin: server.origin,
					...(typeof body === 'string' && { 'content-type': 'application/json' })
				},
				redirect: 'manual',
				...(body !== undefined && { method: 'POST', body })
			});
			expect(answer.status).toBeLessThan(500);
			await answer.arrayBuffer();
			asked = run.mock.calls.map(([query]) => query);
		} finally {
			run.mockRestore();
		}
		expect(asked).not.toEqual([]);
		expect(await scans(asked)).toEqual([]);
	}
);

test('[SV14] a search without an index would be found', async () => {
	const query = db.selectFrom('workshop').selectAll().where('venue', '=', 'x').compile();
	expect(await scans([query])).toHaveLength(1);
});

/** The statements that read a table of the database, and not an index of it, from end to end. */
async function scans(queries: readonly CompiledQuery[]): Promise<string[]> {
	const found: string[] = [];
	for (const { sql, parameters } of queries) {
		if (!/^\s*(select|update|delete|with)\b/i.test(sql)) continue;
		const { rows } = await db.executeQuery<{ detail: string }>(
			CompiledQuery.raw(`explain query plan ${sql}`, [...parameters])
		);
		if (rows.some(({ detail }) => detail.startsWith('SCAN'))) found.push(sql);
	}
	return found;
}
