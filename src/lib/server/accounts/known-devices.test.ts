import { expect, test } from 'vitest';
import { knownDevices } from './known-devices.ts';

const devices = knownDevices('a key');

test('[AC25] a device is known for the accounts that signed in on it, under the same name', () => {
	const first = devices.remember(undefined, 'hind@example.ma');
	const both = devices.remember(first, 'salma@example.ma');
	const name = devices.recognise(first, 'hind@example.ma');
	expect(name).toMatch(/^[0-9a-v]{32}$/);
	expect(devices.recognise(both, 'hind@example.ma')).toBe(name);
	expect(devices.recognise(both, 'salma@example.ma')).toBe(name);
	expect(devices.recognise(both, 'omar@example.ma')).toBeUndefined();
	expect(devices.recognise(undefined, 'hind@example.ma')).toBeUndefined();
});

test('[AC25] it is known to this installation alone, and nobody makes a mark up', () => {
	const kept = devices.remember(undefined, 'hind@example.ma');
	expect(knownDevices('another key').recognise(kept, 'hind@example.ma')).toBeUndefined();
	const [, mark = ''] = kept.split('.');
	const other = `${'0'.repeat(32)}.${mark}`;
	expect(devices.recognise(other, 'hind@example.ma')).toBeUndefined();
	for (const forged of ['', '.', 'x'.repeat(10_000), `${'0'.repeat(32)}.${'A'.repeat(43)}`])
		expect(devices.recognise(forged, 'hind@example.ma')).toBeUndefined();
});

test('[AC25] what a device keeps does not grow: the account of longest ago goes first', () => {
	let kept: string | undefined;
	for (const name of ['a', 'b', 'c', 'd', 'a', 'e']) kept = devices.remember(kept, name);
	const known = ['a', 'b', 'c', 'd', 'e'].filter((name) => devices.recognise(kept, name));
	expect(known).toEqual(['a', 'c', 'd', 'e']);
});
