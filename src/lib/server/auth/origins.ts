/**
 * The origins from which pages of this installation may send something: PUBLIC_ORIGIN when there is one,
 * and always localhost and this machine's own addresses on the port, which `server/` names once it listens.
 */
export interface Origins {
	set(origins: readonly string[]): void;
	accepts(origin: string): boolean;
	/** The first one that other devices can reach, for the join QR code; undefined before any is known. */
	readonly reachable: string | undefined;
	/**
	 * The origin for a link that is sent to somebody: the one the page was asked by, unless that is this
	 * machine's own name for itself and other devices know a better one.
	 */
	forLinks(asked: string): string;
}

export function newOrigins(publicOrigin: string | undefined): Origins {
	let accepted: readonly string[] = publicOrigin ? [publicOrigin] : [];
	return {
		set(origins) {
			accepted = [...new Set([...(publicOrigin ? [publicOrigin] : []), ...origins])];
		},
		accepts: (origin) => accepted.includes(origin),
		forLinks: (asked) =>
			isLoopback(asked)
				? (publicOrigin ?? accepted.find((origin) => !isLoopback(origin)) ?? asked)
				: asked,
		get reachable() {
			return publicOrigin ?? accepted.find((origin) => !isLoopback(origin)) ?? accepted[0];
		}
	};
}

function isLoopback(origin: string): boolean {
	const { hostname } = new URL(origin);
	return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
