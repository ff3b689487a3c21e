import type { Server } from 'node:http';
import { STOP } from './supervise.ts';

/** How long requests under way may take once the server was asked to stop, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * Returns how to stop: takes nothing new, lets the requests under way end, then `close` stores what is
 * pending and ends the sockets. It may be called again; it stops once.
 */
export function gracefulStop(server: Server, close: () => Promise<void>): () => Promise<void> {
	let underWay = 0;
	let onIdle: (() => void) | undefined;
	server.on('request', (_request, response) => {
		underWay += 1;
		response.once('close', () => {
			underWay -= 1;
			if (underWay === 0) onIdle?.();
		});
	});

	let stopped: Promise<void> | undefined;
	return () => (stopped ??= stop());

	async function stop(): Promise<void> {
		server.close();
		server.closeIdleConnections();
		await new Promise<void>((resolve) => {
			if (underWay === 0) return resolve();
			onIdle = resolve;
			setTimeout(resolve, GRACE_MS).unref();
		});
		await close();
		server.closeAllConnections();
	}
}

/**
 * Stops on SIGTERM and SIGINT, then exits; a second signal exits at once. So it does where its supervisor says
 * so, or is gone: another one may start a server on the same data then.
 */
export function stopWhenAsked(stop: () => Promise<void>): void {
	let signalled = false;
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.on(signal, () => {
			if (signalled) process.exit(1);
			signalled = true;
			end();
		});
	if (!process.send) return;
	process.on('message', (message) => {
		if (message === STOP) end();
	});
	process.on('disconnect', end);

	function end(): void {
		stop().then(
			() => process.exit(0),
			(error: unknown) => {
				console.error(error);
				process.exit(1);
			}
		);
	}
}
