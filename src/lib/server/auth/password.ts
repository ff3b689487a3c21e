import { hash, verify } from '@node-rs/argon2';
import { ACCOUNT_LIMITS } from '../../domain/people/account.ts';
import { DomainError } from '../../domain/errors.ts';
import { characterCount } from '../../domain/text/text.ts';

/** Bytes; a longer one would only cost time. */
const PASSWORD_MAXIMUM = 512;

/** argon2id with OWASP's second profile (19 MiB, two passes), salted by the library. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Throws `weak_password` (details: minimum, field) below 12 characters or over 512 bytes. */
export async function hashPassword(password: string): Promise<string> {
	const minimum = ACCOUNT_LIMITS.passwordMinimum;
	if (Buffer.byteLength(password) > PASSWORD_MAXIMUM || characterCount(password.trim()) < minimum)
		throw new DomainError('weak_password', { minimum, field: 'password' });
	return hash(sameOnEveryDevice(password), OPTIONS);
}

/** Compares a password as every device composes it with an argon2id hash, as `verify` of the library does. */
export type ComparePassword = (passwordHash: string, password: string) => Promise<boolean>;

/**
 * True when `password` is the one that was hashed. Without a hash a dummy is checked all the same, so
 * that the time tells nobody which addresses have an account. `compare` says where it is computed.
 */
export async function verifyPassword(
	passwordHash: string | null,
	password: string,
	compare: ComparePassword = verify
): Promise<boolean> {
	if (Buffer.byteLength(password) > PASSWORD_MAXIMUM) return false;
	const matches = await compare(passwordHash ?? (await dummyHash()), sameOnEveryDevice(password));
	return passwordHash !== null && matches;
}

/** Keyboards differ in how they compose é or آ; the same letters are the same password. */
function sameOnEveryDevice(password: string): string {
	return password.normalize('NFKC');
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
	return (dummy ??= hash('no account has this password', OPTIONS));
}
