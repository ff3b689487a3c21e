/**
 * Counts the sockets of each network address from the upgrade to the end of their connection, let in or not. A
 * whole hall comes from one address, so the bound is coarse: it keeps one machine from taking every connection
 * that this process may have. The machine itself is not counted, since a proxy on it brings everybody.
 */
export class SocketsOfAddress {
	private readonly counts = new Map<string, number>();
	private readonly most: number;

	constructor(most: number) {
		this.most = most;
	}

	/** Takes a place, which is given back by {@link leave}; false when the address has all of its own. */
	take(address: string): boolean {
		if (isOwn(address)) return true;
		const count = this.of(address);
		if (count >= this.most) return false;
		this.counts.set(address, count + 1);
		return true;
	}

	leave(address: string): void {
		if (isOwn(address)) return;
		const left = this.of(address) - 1;
		if (left > 0) this.counts.set(address, left);
		else this.counts.delete(address);
	}

	/** How many an address has. */
	of(address: string): number {
		return this.counts.get(address) ?? 0;
	}
}

function isOwn(address: string): boolean {
	const plain = address.replace(/^::ffff:/, '');
	return plain === '::1' || plain.startsWith('127.');
}
