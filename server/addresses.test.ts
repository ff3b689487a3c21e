import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { lanAddresses, ownOrigins } from './addresses.ts';

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
