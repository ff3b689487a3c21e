import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from './listen.ts';

/** What decides which names of this machine are answered. */
export interface KnownHosts {
	/** True for the value of a `Host` header that people of this installation use. */
	answers(host: string | undefined): boolean;
	/** The page that says which address to use. It never repeats the name that was sent. */
	page(): string;
}

/** Answered under any name: who balances load or watches asks by address, and is told nothing else. */
const FOR_MONITORS: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Passes on what asks for one of this installation's own names and answers everything else with 421, files of
 * the build too. A page elsewhere whose name was made to lead here thus reads nothing, and no page repeats a
 * name that a client made up. A request whose target is no path is refused with 400.
 */
export function onlyKnownHosts(handler: RequestHandler, hosts: KnownHosts): RequestHandler {
	return (request, response, next) => {
		if (!request.url?.startsWith('/')) return refuse(response, 400, '');
		const [path = ''] = request.url.split('?');
		if (FOR_MONITORS.has(path) || hosts.answers(request.headers.host))
			return handler(request, response, next);
		refuse(response, 421, hosts.page());
	};
}

function refuse(response: ServerResponse, status: number, page: string): void {
	response.writeHead(status, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
		'cache-control': 'no-store',
		// What was sent with it is not read.
		connection: 'close'
	});
	response.end(page);
}

/** Likewise for an upgrade, of which only the status is read. */
export function refusesUpgrade(request: IncomingMessage, hosts: KnownHosts): string | undefined {
	return hosts.answers(request.headers.host) ? undefined : '421 Misdirected Request';
}
