import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../domain/errors.ts';
import { characterCount } from '../../domain/text.ts';

/** Characters, as people count them. */
export const PASSWORD_MINIMUM = 12;
/** Bytes; a longer one would only cost time. */
const PASSWORD_MAXIMUM = 512;

/** argon2id with OWASP's second profile (19 MiB, two passes), salted by the library. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Throws `weak_password` (details: minimum) when it is shorter than 12 characters or over 512 bytes. */
export async function hashPassword(password: string): Promise<string> {
	if (characterCount(password) < PASSWORD_MINIMUM || Buffer.byteLength(password) > PASSWORD_MAXIMUM)
		throw new DomainError('weak_password', { minimum: PASSWORD_MINIMUM });
	return hash(password, OPTIONS);
}

/**
 * True when `password` is the one that was hashed. Without a hash a dummy is checked all the same, so
 * that the time tells nobody which addresses have an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
	if (Buffer.byteLength(password) > PASSWORD_MAXIMUM) return false;
	const matches = await verify(passwordHash ?? (await dummyHash()), password);
	return passwordHash !== null && matches;
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
	return (dummy ??= hash('no account has this password', OPTIONS));
}
