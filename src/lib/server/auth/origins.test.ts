import { expect, test } from 'vitest';
import { newOrigins } from './origins.ts';

const LOCAL = 'http://localhost:3000';
const LAN = 'http://192.168.43.1:3000';

test('[SV8] links for others begin with an address that other devices reach', () => {
	const origins = newOrigins(undefined);
	origins.set([LOCAL, 'http://127.0.0.1:3000', LAN]);
	expect(origins.reachable).toBe(LAN);
	expect(origins.forLinks(LOCAL)).toBe(LAN);
	expect(origins.forLinks(LAN)).toBe(LAN);
	expect(newOrigins('https://tachawor.example.ma').forLinks(LOCAL)).toBe(
		'https://tachawor.example.ma'
	);
	const alone = newOrigins(undefined);
	alone.set([LOCAL]);
	expect(alone.forLinks(LOCAL)).toBe(LOCAL);
});
