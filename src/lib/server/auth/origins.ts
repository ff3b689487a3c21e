/**
 * The origins of this installation: PUBLIC_ORIGIN when there is one, and always localhost and this machine's
 * own addresses and names on the port, which `server/` tells once it listens. Their pages may send something,
 * and nothing is answered under another name.
 */
export interface Origins {
	/** `reachable` ones are good for links, the best known first; `named` ones only some devices find. */
	set(reachable: readonly string[], named?: readonly string[]): void;
	accepts(origin: string): boolean;
	/** True for the value of a `Host` header that is one of these origins'. */
	answers(host: string | undefined): boolean;
	/** The first one that other devices can reach, for the join QR code; undefined before any is known. */
	readonly reachable: string | undefined;
	/**
	 * The origin for a link that is sent to somebody: the one the page was asked by, unless that is this
	 * machine's own name for itself and other devices know a better one.
	 */
	forLinks(asked: string): string;
}

export function newOrigins(publicOrigin: string | undefined): Origins {
	const always = publicOrigin ? [publicOrigin] : [];
	let links: readonly string[] = always;
	let accepted: ReadonlySet<string> = new Set(always);
	let hosts: ReadonlySet<string> = hostsOf(accepted);
	return {
		set(reachable, named = []) {
			links = [...new Set([...always, ...reachable])];
			accepted = new Set([...links, ...named]);
			hosts = hostsOf(accepted);
		},
		accepts: (origin) => accepted.has(origin),
		answers: (host) => host !== undefined && hosts.has(host.toLowerCase()),
		forLinks: (asked) =>
			isLoopback(asked)
				? (publicOrigin ?? links.find((origin) => !isLoopback(origin)) ?? asked)
				: asked,
		get reachable() {
			return publicOrigin ?? links.find((origin) => !isLoopback(origin)) ?? links[0];
		}
	};
}

/** As browsers send them, and with the usual port, which some clients do not leave out. */
function hostsOf(origins: ReadonlySet<string>): Set<string> {
	return new Set(
		[...origins].flatMap((origin) => {
			const { host, protocol, port } = new URL(origin);
			return port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host];
		})
	);
}

function isLoopback(origin: string): boolean {
	const { hostname } = new URL(origin);
	return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
