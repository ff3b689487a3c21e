import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { APP_SLOT } from '#lib/server/app-slot.ts';
import type { App } from '#lib/server/app.ts';
import { namedOrigins, ownOrigins } from './addresses.ts';
import { compressed } from './compressed.ts';
import { onlyKnownHosts } from './known-hosts.ts';
import { listen, newHttpServer, PROTOCOL_HEADER, type RequestHandler } from './listen.ts';
import { gracefulStop } from './shutdown.ts';
import { attachUpgrade } from './upgrade.ts';

/** How often this machine's addresses are read again, in milliseconds. */
const ADDRESSES_MS = 5_000;

/**
 * Bytes of a request's body that none is longer than. Each route has a bound of its own, at the most as high
 * (src/lib/server/http/body-limits.ts); this one stands behind them.
 */
const BODY_LIMIT = 8 * 1024 * 1024;

/** How long after the start what makes documents is loaded, in milliseconds: phones that come back go first. */
const WARM_DOCUMENTS_MS = 3_000;

/** A running server. */
export interface RunningServer {
	readonly app: App;
	/** Where people reach it, the best known first: the public origin, then localhost, then the LAN. */
	readonly origins: readonly string[];
	/** Stops gracefully; resolves when everything is stored. */
	stop(): Promise<void>;
}

/**
 * Starts what `build/` holds: HTTP and WebSocket on one port, configured by the environment. Rejects when
 * the configuration is wrong, the database cannot be opened or migrated, or the port is taken.
 */
export async function startServer(): Promise<RunningServer> {
	const handler = await loadHandler();
	const app = APP_SLOT.read();
	if (!app) throw new Error('The build did not make the application.');

	const { host, publicOrigin } = app.config;
	const hosts = { answers: app.origins.answers, page: app.unknownHostPage };
	const server = newHttpServer(onlyKnownHosts(compressed(handler), hosts), publicOrigin);
	attachUpgrade(server, app.rooms.handleUpgrade, hosts);
	const stop = gracefulStop(server, () => app.close());
	try {
		const port = await listen(server, host, app.config.port);
		const refresh = () => app.origins.set(ownOrigins(host, port), namedOrigins(host, port));
		refresh();
		setInterval(refresh, ADDRESSES_MS).unref();
		setTimeout(() => void app.documents.warm(), WARM_DOCUMENTS_MS).unref();
		const origins = [...(publicOrigin ? [publicOrigin] : []), ...ownOrigins(host, port)];
		return { app, origins, stop };
	} catch (error) {
		await app.close();
		throw error;
	}
}

/** The build reads its own settings while it is loaded, and runs the `init` that makes the app. */
async function loadHandler(): Promise<RequestHandler> {
	process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
	process.env.BODY_SIZE_LIMIT ??= String(BODY_LIMIT);
	const built = join(import.meta.dirname, '../build/handler.js');
	const module = (await import(pathToFileURL(built).href)) as { handler: RequestHandler };
	return module.handler;
}
