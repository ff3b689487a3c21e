import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type App } from '#lib/server/app.ts';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { LIVE_LIMITS, type LiveLimits } from '#lib/server/rooms/limits.ts';
import type { LiveClientIdentity } from '../sockets/live-client.ts';
import { joinAs } from '../workshops/workshop-people.ts';
import { TEST_CONFIG } from './test-config.ts';

/** The whole application on a given database, with its rooms on a real port of the loopback. */
export interface LiveApp {
	readonly app: App;
	/** `ws://127.0.0.1:<port>/sync` */
	readonly syncUrl: string;
	readonly origin: string;
	/** A new guest of a workshop, signed in. */
	guest(workshopId: string, categoryId: string): Promise<LiveClientIdentity & { actorId: string }>;
	/** An account, signed in. */
	account(accountId: string): Promise<LiveClientIdentity & { actorId: string }>;
	stop(): Promise<void>;
}

export async function startLiveApp(db: RootDb, limits: Partial<LiveLimits> = {}): Promise<LiveApp> {
	const app = await createApp({ ...TEST_CONFIG, limits: { ...LIVE_LIMITS, ...limits } }, db);
	const server: Server = createServer((_request, response) => response.writeHead(404).end());
	server.on('upgrade', app.rooms.handleUpgrade);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	app.origins.set([origin]);
	return {
		app,
		origin,
		syncUrl: `ws://127.0.0.1:${port}/sync`,
		async guest(workshopId, categoryId) {
			const { id: actorId } = await joinAs(db, workshopId, categoryId);
			const { token } = await app.sessions.create(actorId);
			return { actorId, as: workshopId, cookie: `${guestCookie(workshopId)}=${token}`, origin };
		},
		async account(accountId) {
			const { token } = await app.sessions.create(accountId);
			return {
				actorId: accountId,
				as: 'account',
				cookie: `${ACCOUNT_COOKIE}=${token}`,
				origin
			};
		},
		async stop() {
			await app.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
