import { verifySync } from '@node-rs/argon2';
import { parentPort } from 'node:worker_threads';
import { giveWay } from '#lib/server/threads/give-way.ts';

/** A hash and the password that is compared with it; the answer is whether they agree. */
export interface PasswordQuestion {
	readonly passwordHash: string;
	readonly password: string;
}

giveWay();
parentPort?.on('message', ({ passwordHash, password }: PasswordQuestion) => {
	parentPort?.postMessage(verifySync(passwordHash, password));
});
