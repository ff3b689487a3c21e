import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { createApp, type App } from '#lib/server/app.ts';
import { APP_SLOT } from '#lib/server/app-slot.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { compressed } from '../../../server/compressed.ts';
import type { RequestHandler } from '../../../server/listen.ts';
import { TEST_CONFIG } from './test-config.ts';

/** The built server in this process, on a database of the test's and a free port of the loopback. */
export interface LiveServer {
	readonly app: App;
	readonly origin: string;
	readonly syncUrl: string;
	stop(): Promise<void>;
}

/**
 * Serves `build/`: pages, JSON interface and live rooms. The build reads the application from its slot
 * at each request, so one process can serve one database after the other; not two at a time.
 */
export async function startLiveServer(db: RootDb): Promise<LiveServer> {
	const app = await createApp(TEST_CONFIG, db);
	APP_SLOT.write(app);
	process.env.PROTOCOL_HEADER = 'x-test-protocol';
	const built = pathToFileURL('build/handler.js').href;
	const { handler } = (await import(/* @vite-ignore */ built)) as { handler: RequestHandler };
	const server = createServer((request, response) => {
		request.headers['x-test-protocol'] = 'http';
		compressed(handler)(request, response, () => response.writeHead(404).end());
	});
	server.on('upgrade', app.rooms.handleUpgrade);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	app.origins.set([origin]);
	return {
		app,
		origin,
		syncUrl: `ws://127.0.0.1:${port}/sync`,
		async stop() {
			await app.close();
			APP_SLOT.write(undefined);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
