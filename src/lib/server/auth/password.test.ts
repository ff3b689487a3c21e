import { verify } from '@node-rs/argon2';
import { describe, expect, test, vi } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('passwords', () => {
	test('[AC5] are argon2id, salted anew each time', async () => {
		const [one, other] = [
			await hashPassword('a long password'),
			await hashPassword('a long password')
		];
		expect(one).toMatch(/^\$argon2id\$/);
		expect(one).not.toBe(other);
		expect(await verifyPassword(one, 'a long password')).toBe(true);
		expect(await verifyPassword(one, 'a long passwore')).toBe(false);
	});

	test.each(['', 'elevenchars', '            ', '🕌🕌🕌🕌🕌🕌🕌🕌🕌🕌🕌', 'x'.repeat(513)])(
		'[AC5] %j is refused',
		async (password) => {
			await expect(hashPassword(password)).rejects.toMatchObject({
				code: 'weak_password',
				details: { minimum: 12 }
			});
		}
	);

	test('[AC5] the same letters are the same password, however a keyboard composes them', async () => {
		const hashed = await hashPassword('événement à Fès'.normalize('NFD'));
		expect(await verifyPassword(hashed, 'événement à Fès'.normalize('NFC'))).toBe(true);
	});

	test('[AC8] without an account the same work is done, and no password is right', async () => {
		const hashed = await hashPassword('a password of somebody');
		const workOf = async (passwordHash: string | null) => {
			// What a check costs is what the library is asked for.
			const compare = vi.fn(verify);
			const password = 'no account has this password';
			expect(await verifyPassword(passwordHash, password, compare)).toBe(false);
			// The parts before the salt say how, and how much, is computed.
			return compare.mock.calls.map(([known]) => String(known).split('$').slice(0, 4));
		};
		const work = await workOf(hashed);
		expect(work).toHaveLength(1);
		expect(await workOf(null)).toEqual(work);
	});
});
