import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Plugin, ViteDevServer } from 'vite';
import { WebSocketServer } from 'ws';
import { APP_SLOT } from '#lib/server/app-slot.ts';
import { namedOrigins, ownOrigins } from './addresses.ts';

/** Close code that makes a client try again later (see src/lib/realtime/close-code.ts). */
const TRY_LATER = 4503;

/**
 * Live rooms under `npm run dev`, on Vite's own port (HOST and PORT as in production). The app is made by
 * SvelteKit's first request, which this sends itself once the port is open.
 */
export function liveRooms(): Plugin {
	return {
		name: 'tachawor-live-rooms',
		apply: (_config, { command, mode }) => command === 'serve' && mode !== 'test',
		config: () => ({
			// Several servers of one checkout must not clear each other's cache.
			cacheDir: `node_modules/.vite/${process.env.PORT ?? 3000}`,
			server: {
				host: process.env.HOST ?? '0.0.0.0',
				port: Number(process.env.PORT ?? 3000),
				strictPort: true,
				watch: { ignored: ['**/data/**', '**/data-*/**', '**/tests/**', '**/docs/**'] }
			}
		}),
		configureServer(vite) {
			const waiting = new WebSocketServer({ noServer: true });
			vite.httpServer?.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
				if (!request.url?.startsWith('/sync/')) return;
				socket.on('error', () => socket.destroy());
				const app = APP_SLOT.read();
				if (app) app.rooms.handleUpgrade(request, socket, head);
				else waiting.handleUpgrade(request, socket, head, (early) => early.close(TRY_LATER));
			});
			vite.httpServer?.once('listening', () => {
				makeApp(vite).catch((error: unknown) => vite.config.logger.error(String(error)));
			});
		}
	};
}

async function makeApp(vite: ViteDevServer): Promise<void> {
	const { port } = vite.httpServer?.address() as AddressInfo;
	const origin = `http://localhost:${port}`;
	await fetch(`http://127.0.0.1:${port}/healthz`);
	const app = APP_SLOT.read();
	if (!app) throw new Error('The application could not be made; see the error above.');
	app.origins.set(ownOrigins(app.config.host, port), namedOrigins(app.config.host, port));
	const setupLink = await app.setupLink();
	if (setupLink) vite.config.logger.info(`  First account: ${new URL(setupLink, origin).href}`);
}
