import { expect, test } from 'vitest';
import { givesWay, threadsOf } from '../../../../tests/support/threads.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordThread } from './password-thread.ts';

const LINUX = process.platform === 'linux';

test('[AC26] strange devices’ passwords are compared in a thread that lets the others go first', async () => {
	const late = () => threadsOf(process.pid).filter(givesWay).length;
	const before = LINUX ? late() : 0;
	const thread = passwordThread();
	try {
		const hashed = await hashPassword('a password of somebody');
		expect(await verifyPassword(hashed, 'a password of somebody', thread.compare)).toBe(true);
		expect(await verifyPassword(hashed, 'a password of another', thread.compare)).toBe(false);
		expect(await verifyPassword(null, 'a password of somebody', thread.compare)).toBe(false);
		if (LINUX) expect(late() - before).toBe(1);
	} finally {
		await thread.close();
	}
});

test('[AC26] what the thread cannot compare is refused, and the next one has another thread', async () => {
	const thread = passwordThread();
	try {
		await expect(verifyPassword('no hash', 'a password', thread.compare)).rejects.toThrow();
		const hashed = await hashPassword('a password of somebody');
		expect(await verifyPassword(hashed, 'a password of somebody', thread.compare)).toBe(true);
	} finally {
		await thread.close();
	}
});
