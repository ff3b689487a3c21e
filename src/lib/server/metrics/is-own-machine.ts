import { isIPv4 } from 'node:net';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * True when a request was made on this very machine. One that a proxy on this machine passed on was made
 * elsewhere, though its address is the proxy's.
 */
export function isOwnMachine(clientAddress: string, headers: Headers): boolean {
	const address = clientAddress.replace(/^::ffff:/, '');
	const loopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'));
	return loopback && !FORWARDED.some((name) => headers.has(name));
}
