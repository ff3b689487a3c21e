import { expect, test } from 'vitest';
import { newSignInAttempts } from './sign-in-attempts.ts';

const SMALL = {
	device: { points: 2, duration: 60 },
	address: { points: 3, duration: 60 },
	installation: { points: 6, duration: 60 }
};
const right = () => Promise.resolve('account');
const wrong = () => Promise.resolve(undefined);
const refused = { code: 'too_many_attempts', details: { seconds: 60 } };

test('[AC9] one device is held back on one address only', async () => {
	const attempts = newSignInAttempts(SMALL);
	await attempts.attempt('a', 'd', wrong);
	await attempts.attempt('a', 'd', wrong);
	await expect(attempts.attempt('a', 'd', right)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('b', 'd', right)).toBe('account');
	expect(await attempts.attempt('a', 'e', right)).toBe('account');
});

test('[AC9] being right clears the count', async () => {
	const attempts = newSignInAttempts(SMALL);
	for (let round = 0; round < 5; round++) {
		await attempts.attempt('a', 'd', wrong);
		expect(await attempts.attempt('a', 'd', right)).toBe('account');
	}
});

test('[AC9] dropping the device’s cookie gains little, and locks nobody out who was in', async () => {
	const attempts = newSignInAttempts(SMALL);
	await attempts.attempt('a', 'own phone', right);
	for (const device of ['1', '2', '3']) await attempts.attempt('a', device, wrong);
	await expect(attempts.attempt('a', '4', right)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('a', 'own phone', right)).toBe('account');
});

test('[AC9] all wrong passwords together are bounded, since each costs work', async () => {
	const attempts = newSignInAttempts(SMALL);
	for (let guess = 0; guess < 6; guess++) await attempts.attempt(`${guess}`, `${guess}`, wrong);
	await expect(attempts.attempt('x', 'x', right)).rejects.toMatchObject(refused);
});

test('[AC9] a device that was right is served however many wrong passwords others try', async () => {
	const attempts = newSignInAttempts(SMALL);
	await attempts.attempt('a', 'own laptop', right);
	for (let guess = 0; guess < 6; guess++) await attempts.attempt(`${guess}`, `${guess}`, wrong);
	await expect(attempts.attempt('a', 'strange', right)).rejects.toMatchObject(refused);
	for (let again = 0; again < 10; again++)
		expect(await attempts.attempt('a', 'own laptop', right)).toBe('account');
});

test('[AC9] who is held back on one address uses up nothing that other devices need', async () => {
	const attempts = newSignInAttempts(SMALL);
	for (let guess = 0; guess < 2; guess++) await attempts.attempt('a', 'guesser', wrong);
	for (let guess = 0; guess < 20; guess++)
		await expect(attempts.attempt('a', 'guesser', wrong)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('b', 'stranger', right)).toBe('account');
});
