import { AskedThread } from '../threads/asked-thread.ts';
import type { PasswordQuestion } from './password-worker.ts';
import type { ComparePassword } from './password.ts';

/** Compares passwords, one at a time, in a thread that gives way to everybody else. */
export interface PasswordThread {
	/** Rejects when the thread ends meanwhile; the next one has another. */
	readonly compare: ComparePassword;
	close(): Promise<void>;
}

/**
 * Thirty milliseconds of work and 19 MiB a guess, for whoever asks: in the server's own threads thousands of
 * wrong passwords would make a hall's notes late. The thread starts with the first one.
 */
export function passwordThread(): PasswordThread {
	const thread = new AskedThread<PasswordQuestion, boolean>('#lib/server/auth/password-worker.ts');
	return {
		compare: (passwordHash, password) => thread.ask({ passwordHash, password }),
		close: () => thread.close()
	};
}
