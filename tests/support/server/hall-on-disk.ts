import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { openSessions } from '#lib/server/auth/sessions.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import type { LiveClientIdentity } from '../sockets/live-client.ts';
import {
	makeWorkshop,
	type MadeWorkshop,
	type WorkshopOverrides
} from '../workshops/make-workshop.ts';
import { joinAs } from '../workshops/workshop-people.ts';

/** An open workshop in a data folder, and the people who can enter it once a server runs on it. */
export interface HallOnDisk {
	readonly workshop: MadeWorkshop;
	/** The lead facilitator, signed in. */
	readonly lead: LiveClientIdentity;
	/** Participants who may write, signed in. */
	readonly guests: readonly LiveClientIdentity[];
}

/** Writes the workshop into a new data folder. `origin` is where the server is going to be. */
export async function makeHallOnDisk(
	dataDir: string,
	origin: string,
	options: { guests: number; overrides?: WorkshopOverrides }
): Promise<HallOnDisk> {
	mkdirSync(dataDir, { recursive: true });
	const db = openSqlite(join(dataDir, 'tachawor.db'));
	await migrateToLatest(db, MIGRATIONS);
	const workshop = await makeWorkshop(db, options.overrides);
	const sessions = openSessions(db);
	const { token } = await sessions.create(workshop.facilitatorId);
	const lead = { as: 'account', cookie: `${ACCOUNT_COOKIE}=${token}`, origin };
	const guests: LiveClientIdentity[] = [];
	const { workshopId, categoryIds } = workshop;
	for (let index = 0; index < options.guests; index++) {
		const guest = await joinAs(db, workshopId, categoryIds[index % 2] ?? '');
		const session = await sessions.create(guest.id);
		const cookie = `${guestCookie(workshopId)}=${session.token}`;
		guests.push({ as: workshopId, cookie, origin });
	}
	await db.destroy();
	return { workshop, lead, guests };
}

/** A port that is free now, for a server that has to come back on the same one. */
export async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
