import { expect, test } from 'vitest';
import { requireHallWifi, wifiInQr } from './hall-wifi.ts';

test('[WI1] a name and a password are kept without spaces around them; nothing at all is no network', () => {
	expect(requireHallWifi({ network: ' Atelier Fes ', password: ' pole2025fes ' })).toEqual({
		network: 'Atelier Fes',
		password: 'pole2025fes'
	});
	expect(requireHallWifi({ network: 'قاعة الاجتماع', password: '' })).toEqual({
		network: 'قاعة الاجتماع',
		password: ''
	});
	expect(requireHallWifi({ network: ' \u200B', password: '  ' })).toBeNull();
});

test.each([
	['a', 32],
	['ش', 16],
	['日', 10]
])('[WI1] a name of %s measures 32 bytes at the most', (letter, most) => {
	const network = letter.repeat(most);
	expect(requireHallWifi({ network, password: '' })?.network).toBe(network);
	expect(() => requireHallWifi({ network: network + letter, password: '' })).toThrow(
		expect.objectContaining({
			code: 'text_too_long',
			details: {
				field: 'network',
				limit: 32,
				length: new TextEncoder().encode(network + letter).length
			}
		})
	);
});

test('[WI1] a password has 8 to 63 letters, digits and signs of ASCII, and its network', () => {
	for (const password of ['12345678', 'x'.repeat(63), 'a b~;"\\c'])
		expect(requireHallWifi({ network: 'n', password })?.password).toBe(password);
	for (const password of ['1234567', 'x'.repeat(64), '١٢٣٤٥٦٧٨', 'tab\tinside', 'motdepassé'])
		expect(() => requireHallWifi({ network: 'n', password })).toThrow(
			expect.objectContaining({ code: 'invalid_input', details: { field: 'password' } })
		);
	expect(() => requireHallWifi({ network: '', password: '12345678' })).toThrow(
		expect.objectContaining({ code: 'text_empty', details: { field: 'network' } })
	);
	expect(() => requireHallWifi({ network: 'two\nlines', password: '' })).toThrow(
		expect.objectContaining({ code: 'invalid_input', details: { field: 'network' } })
	);
});

test('[WI2] the QR code says network and password as phones read them, with each sign that parts escaped', () => {
	expect(wifiInQr({ network: 'Atelier-Fes', password: 'pole2025fes' })).toBe(
		'WIFI:T:WPA;S:Atelier-Fes;P:pole2025fes;;'
	);
	expect(wifiInQr({ network: 'قاعة', password: '' })).toBe('WIFI:T:nopass;S:قاعة;;');
	expect(wifiInQr({ network: '\\;,:"', password: 'a\\b;c,d:e"f' })).toBe(
		String.raw`WIFI:T:WPA;S:\\\;\,\:\";P:a\\b\;c\,d\:e\"f;;`
	);
});
