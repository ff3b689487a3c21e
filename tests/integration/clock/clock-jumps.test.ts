import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readStage } from '#lib/board/stage-doc.ts';
import { timeLeft } from '#lib/domain/stage/timer.ts';
import { createLink, deleteSpentLinks, readLink } from '#lib/server/auth/links.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite, sqliteFile } from '#lib/server/db/open-database.ts';
import { asMachineTime, clock, fromMachineTime, timeNow } from '#lib/server/time/clock.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { makeHallOnDisk, freePort } from '../../support/server/hall-on-disk.ts';
import { HttpClient } from '../../support/server/http-client.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { startServer } from '../../support/server/start-server.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { until } from '../../support/until.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Sets the machine's clock of this process so much off. */
function shiftClock(by: number): void {
	const now = (): number => Math.floor(performance.timeOrigin + performance.now() + by);
	vi.mocked(Date.now).mockImplementation(now);
}

beforeEach(() => {
	vi.spyOn(Date, 'now');
	shiftClock(0);
});
afterEach(() => {
	vi.restoreAllMocks();
});

// On SQLite alone: PGlite runs in this process, and timers of its own would wait for the clock that is set here.
describe('a machine whose clock jumps', () => {
	let db: RootDb;
	let live: LiveApp;
	let made: MadeWorkshop;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		db = openSqlite(':memory:');
		await migrateToLatest(db, MIGRATIONS);
		live = await startLiveApp(db);
		made = await makeWorkshop(db, {
			workshop: { state: 'open', opened_at: 1 },
			activities: [{ state: 'planned', duration_minutes: 25 }]
		});
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		shiftClock(0);
		await live.stop();
		await db.destroy();
	});

	test('[CK7] an hour back leaves the timer of an activity as it was, for phones and for the next step', async () => {
		const lead = facilitator(made.facilitatorId);
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const client = new LiveClient(live.syncUrl, `stage.${made.workshopId}`, guest);
		clients.push(client);
		const stage = () => readStage(client.doc);
		await until('the stage is there', () => stage() !== undefined);
		const { stage: steps } = live.app;
		await steps.openActivity(lead, made.workshopId, made.activityIds[0] ?? '', stage()!.version);
		await until('the timer runs', () => (stage()?.timer ?? null) !== null);
		shiftClock(-HOUR);
		const again = new LiveClient(live.syncUrl, `stage.${made.workshopId}`, guest);
		clients.push(again);
		await until('somebody comes', () => again.synced);
		const left = timeLeft(stage()!.timer!, again.status!.now);
		expect(left).toBeLessThanOrEqual(25 * MINUTE);
		expect(left).toBeGreaterThan(24 * MINUTE);
		await steps.pauseTimer(lead, made.workshopId, stage()!.version);
		await until('it is paused', () => stage()?.timer?.endsAt === null);
		expect(stage()!.timer!.remaining).toBeLessThanOrEqual(25 * MINUTE);
		expect(stage()!.timer!.remaining).toBeGreaterThan(24 * MINUTE);
	});

	test('[CK8] forty days forwards for one request end no session and no link', async () => {
		const { token } = await live.app.sessions.create(made.facilitatorId);
		const link = await createLink(db, {
			purpose: 'sign_in',
			actorId: made.facilitatorId,
			lifetime: DAY
		});
		shiftClock(40 * DAY);
		expect(await live.app.sessions.validate(token)).toMatchObject({ renewed: false });
		await readLink(db, link, 'sign_in');
		await live.app.sessions.deleteExpired();
		await deleteSpentLinks(db);
		const { token: made40 } = await live.app.sessions.create(made.facilitatorId);
		shiftClock(0);
		for (const one of [token, made40]) {
			const session = await live.app.sessions.validate(one);
			expect(session?.actorId).toBe(made.facilitatorId);
			expect(session!.expiresAt.getTime() - timeNow()).toBeLessThanOrEqual(30 * DAY);
		}
		await readLink(db, link, 'sign_in');
	});

	test('[CK6] what ended is refused, and deleted once time is proven', async () => {
		const { token } = await live.app.sessions.create(made.facilitatorId);
		await db
			.updateTable('session')
			.set({ expires_at: timeNow() - 1 })
			.execute();
		const link = await createLink(db, { purpose: 'sign_in', lifetime: -1 });
		const count = async (table: 'session' | 'link'): Promise<number> =>
			(
				await db
					.selectFrom(table)
					.select('expires_at')
					.where('expires_at', '<', timeNow())
					.execute()
			).length;
		expect(await live.app.sessions.validate(token)).toBeUndefined();
		await expect(readLink(db, link, 'sign_in')).rejects.toMatchObject({ code: 'link_invalid' });
		await live.app.sessions.deleteExpired();
		await deleteSpentLinks(db);
		expect([await count('session'), await count('link')]).toEqual([1, 1]);
		vi.spyOn(clock, 'isProven', 'get').mockReturnValue(true);
		await live.app.sessions.deleteExpired();
		await deleteSpentLinks(db);
		expect([await count('session'), await count('link')]).toEqual([0, 0]);
	});
});

test('[CK8] a moment is the same by both clocks, however far they are apart', () => {
	shiftClock(40 * DAY);
	const moment = timeNow();
	expect(Math.abs(asMachineTime(moment).getTime() - Date.now())).toBeLessThan(1000);
	expect(Math.abs(fromMachineTime(asMachineTime(moment)) - moment)).toBeLessThan(2);
});

describe('a running server', () => {
	test('[CK8] serves whoever was signed in while its machine’s clock is forty days ahead, and after', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'tachawor-clock-'));
		const shift = join(folder, 'shift');
		await writeFile(shift, '0');
		const dataDir = join(folder, 'data');
		const port = await freePort();
		const hall = await makeHallOnDisk(dataDir, `http://127.0.0.1:${port}`, { guests: 1 });
		const preload = pathToFileURL('tests/support/server/shifted-clock.mjs').href;
		const server = await startServer({
			dataDir,
			quiet: true,
			environment: {
				PORT: String(port),
				NODE_OPTIONS: `--import ${preload}`,
				TEST_CLOCK_SHIFT: shift
			}
		});
		try {
			const { workshopId } = hall.workshop;
			const ask = (): Promise<unknown> =>
				new HttpClient(server.origin, hall.guests[0]?.cookie).json(
					'GET',
					`/api/workshops/${workshopId}/participant`
				);
			const leadsPage = (): Promise<string> =>
				new HttpClient(server.origin, hall.lead.cookie).page(`/workshops/${workshopId}/run`);
			for (const off of [0, 40 * DAY, -HOUR, 0]) {
				await writeFile(shift, String(off));
				await ask();
				await leadsPage();
			}
			expect(server.complaints).toContain('jumped forwards by 57600.0 minutes');
			expect(server.complaints).toContain('went back by 60.0 minutes');
		} finally {
			await server.kill();
		}
		const db = openSqlite(sqliteFile(dataDir));
		expect(await db.selectFrom('session').select('actor_id').execute()).toHaveLength(2);
		await db.destroy();
		await rm(folder, { recursive: true, force: true });
	});
});
