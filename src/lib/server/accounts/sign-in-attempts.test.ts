import { expect, test } from 'vitest';
import { knownDevices } from './known-devices.ts';
import { newSignInAttempts, type Browser } from './sign-in-attempts.ts';

const SMALL = {
	device: { points: 2, duration: 60 },
	address: { points: 3, duration: 60 },
	network: { points: 4, duration: 60 },
	installation: { points: 6, duration: 60 }
};
const right = () => Promise.resolve('account');
const wrong = () => Promise.resolve(undefined);
const refused = { code: 'too_many_attempts', details: { seconds: 60 } };

const devices = knownDevices('a key');
/** A browser that nobody signed in on before, in a network of its own unless one is named. */
const strange = (device: string, network = device.charCodeAt(0)): Browser => ({
	device,
	address: `10.0.${network}.1`
});
const known = (email: string): Browser => ({
	...strange('a name of a day'),
	known: devices.remember(undefined, email)
});

test('[AC9] one device is held back on one address only', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	await attempts.attempt('a', strange('d'), wrong);
	await attempts.attempt('a', strange('d'), wrong);
	await expect(attempts.attempt('a', strange('d'), right)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('b', strange('d'), right)).toBe('account');
	expect(await attempts.attempt('a', strange('e'), right)).toBe('account');
});

test('[AC9] being right clears the count', async () => {
	const attempts = newSignInAttempts(devices, { ...SMALL, address: { points: 9, duration: 60 } });
	for (let round = 0; round < 4; round++) {
		await attempts.attempt('a', strange('d', round), wrong);
		expect(await attempts.attempt('a', strange('d', round), right)).toBe('account');
	}
});

test('[AC9] dropping the device’s cookie gains little, and locks nobody out who was in', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	for (const device of ['1', '2', '3']) await attempts.attempt('a', strange(device), wrong);
	await expect(attempts.attempt('a', strange('4'), right)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('a', known('a'), right)).toBe('account');
});

test('[AC9] wrong passwords of one network are bounded, and leave the others theirs', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	for (const device of ['1', '2', '3', '4'])
		await attempts.attempt(`of ${device}`, strange(device, 7), wrong);
	await expect(attempts.attempt('x', strange('5', 7), right)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('x', strange('5', 8), right)).toBe('account');
});

test('[AC9] all wrong passwords together are bounded, since each costs work', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	for (let guess = 0; guess < 6; guess++)
		await attempts.attempt(`${guess}`, strange(`${guess}`), wrong);
	await expect(attempts.attempt('x', strange('x'), right)).rejects.toMatchObject(refused);
});

test('[AC9] a device that was right is served however many wrong passwords others try', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	for (let guess = 0; guess < 6; guess++)
		await attempts.attempt(`${guess}`, strange(`${guess}`), wrong);
	await expect(attempts.attempt('a', strange('strange'), right)).rejects.toMatchObject(refused);
	for (let again = 0; again < 10; again++)
		expect(await attempts.attempt('a', known('a'), right)).toBe('account');
});

test('[AC9] nor does an open session wait for others that is asked for its password', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	for (let guess = 0; guess < 6; guess++)
		await attempts.attempt(`${guess}`, strange(`${guess}`), wrong);
	const session = { session: 'one' };
	await expect(attempts.attempt('a', session, wrong)).resolves.toBeUndefined();
	await expect(attempts.attempt('a', session, wrong)).resolves.toBeUndefined();
	await expect(attempts.attempt('a', session, right)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('a', { session: 'another' }, right)).toBe('account');
});

test('[AC9] who is held back on one address uses up nothing that other devices need', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	for (let guess = 0; guess < 2; guess++) await attempts.attempt('a', strange('guesser'), wrong);
	for (let guess = 0; guess < 20; guess++)
		await expect(attempts.attempt('a', strange('guesser'), wrong)).rejects.toMatchObject(refused);
	expect(await attempts.attempt('b', strange('stranger'), right)).toBe('account');
});

test('[AC26] strange devices are checked one after the other, a known one at once', async () => {
	const attempts = newSignInAttempts(devices, SMALL);
	let checking = 0;
	let most = 0;
	const slow: (() => void)[] = [];
	const check = async (): Promise<undefined> => {
		most = Math.max(most, ++checking);
		await new Promise<void>((resolve) => slow.push(resolve));
		checking--;
	};
	const strangers = ['a', 'b', 'c'].map((name) => attempts.attempt(name, strange(name), check));
	expect(await attempts.attempt('d', known('d'), right)).toBe('account');
	let done = false;
	const all = Promise.all(strangers).then(() => (done = true));
	await expect
		.poll(() => {
			slow.shift()?.();
			return done;
		})
		.toBe(true);
	await all;
	expect(most).toBe(1);
});
