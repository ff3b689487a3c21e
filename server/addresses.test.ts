import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddresses, namedOrigins, ownOrigins } from './addresses.ts';

function address(text: string, internal = false): NetworkInterfaceInfo {
	const netmask = '255.255.255.0';
	return { address: text, netmask, family: 'IPv4', mac: '', internal, cidr: null };
}

test('[SV1] the addresses that other devices reach are the IPv4 ones that are not of this machine alone', () => {
	const interfaces = {
		lo: [address('127.0.0.1', true)],
		wlan0: [address('192.168.43.1'), address('169.254.9.9')],
		eth0: [address('10.0.0.7')]
	};
	expect(lanAddresses(interfaces)).toEqual(['192.168.43.1', '10.0.0.7']);
});

test('[SV2] a server on every address accepts localhost and each address, on its port', () => {
	expect(ownOrigins('0.0.0.0', 3000, ['192.168.43.1'])).toEqual([
		'http://localhost:3000',
		'http://127.0.0.1:3000',
		'http://[::1]:3000',
		'http://192.168.43.1:3000'
	]);
});

test('[SV2] a server on one address accepts localhost and that one', () => {
	expect(ownOrigins('10.0.0.7', 80, ['192.168.43.1'])).toEqual([
		'http://localhost',
		'http://127.0.0.1',
		'http://10.0.0.7'
	]);
	expect(ownOrigins('::1', 3000, [])).toContain('http://[::1]:3000');
});

test('[SV13] a machine is also called by its name, and by that in the network’s own domain', () => {
	const name = 'Laptop-3.ONEP.ma';
	expect(namedOrigins('0.0.0.0', 3000, { name, interfaces: {} })).toEqual([
		'http://laptop-3.onep.ma:3000',
		'http://laptop-3:3000',
		'http://laptop-3.local:3000'
	]);
	expect(namedOrigins('127.0.0.1', 3000, { name, interfaces: {} })).toEqual([]);
	expect(namedOrigins('0.0.0.0', 80, { name: 'a b', interfaces: {} })).toEqual([]);
});

test('[SV13] one that listens on IPv6 is called by those addresses too', () => {
	const six = (text: string) => ({ ...address(text), family: 'IPv6' as const, scopeid: 0 });
	const interfaces = { eth0: [six('2001:db8::7'), six('fe80::1')] };
	expect(namedOrigins('::', 80, { name: 'h', interfaces })).toContain('http://[2001:db8::7]');
	expect(namedOrigins('::', 80, { name: 'h', interfaces }).join()).not.toContain('fe80');
	expect(namedOrigins('0.0.0.0', 80, { name: 'h', interfaces }).join()).not.toContain('2001');
});
