import { networkInterfaces } from 'node:os';

/** This machine's IPv4 addresses that other devices may reach, as `192.168.43.1`; none when it is alone. */
export function lanAddresses(interfaces = networkInterfaces()): string[] {
	return Object.values(interfaces)
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}
