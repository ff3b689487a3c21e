/**
 * The network that an address belongs to, as coarse as providers give them out: three parts of an IPv4
 * address, four groups of an IPv6 one. A hall shares one, so nothing that somebody needs may hang on it.
 */
export function networkOf(address: string): string {
	const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
	return ipv4 ?? address.toLowerCase().split(':').slice(0, 4).join(':');
}
