import { hostname, networkInterfaces } from 'node:os';

/** This machine's IPv4 addresses that other devices may reach, as `192.168.43.1`; none when it is alone. */
export function lanAddresses(interfaces = networkInterfaces()): string[] {
	return Object.values(interfaces)
		.flatMap((addresses) => addresses ?? [])
		.filter(
			({ family, internal, address }) => family === 'IPv4' && !internal && !isLinkLocal(address)
		)
		.map(({ address }) => address);
}

/**
 * The origins at which a server that listens on `host` answers, this machine's own name first. They
 * change while it runs: a laptop's hotspot is often switched on after the start.
 */
export function ownOrigins(host: string, port: number, lan = lanAddresses()): string[] {
	const everywhere = host === '0.0.0.0' || host === '::';
	const loopback = ['localhost', '127.0.0.1'];
	const hosts = everywhere ? [...loopback, '[::1]', ...lan] : [...loopback, bracketed(host)];
	return [...new Set(hosts)].map((name) => new URL(`http://${name}:${port}`).origin);
}

/**
 * Origins by which this machine may be called, though not everybody finds it by them: its name, that name in
 * the network's own `.local`, and its IPv6 addresses where it listens on them. None for one that listens to
 * itself alone.
 */
export function namedOrigins(
	host: string,
	port: number,
	{ name = hostname(), interfaces = networkInterfaces() } = {}
): string[] {
	if (isLoopback(host)) return [];
	const [short = ''] = name.toLowerCase().split('.');
	const names = [name.toLowerCase(), short, `${short}.local`].filter((one) =>
		/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(one)
	);
	const addresses = host === '::' ? ipv6Addresses(interfaces) : [];
	return [...new Set([...names, ...addresses])].map(
		(one) => new URL(`http://${one}:${port}`).origin
	);
}

/** Those of one link name the interface too, which no URL can. */
function ipv6Addresses(interfaces: ReturnType<typeof networkInterfaces>): string[] {
	return Object.values(interfaces)
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, address }) => family === 'IPv6' && !address.startsWith('fe80'))
		.map(({ address }) => `[${address}]`);
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host;
}

/** An address that a machine gives itself where nothing else does; nobody reaches it. */
function isLinkLocal(address: string): boolean {
	return address.startsWith('169.254.');
}

/** The loopback's addresses are the same machine as its name. */
export function isForPeople(origin: string): boolean {
	return !origin.includes('//127.0.0.1') && !origin.includes('//[::1]');
}
