import { digest } from 'lib0/hash/sha256';
import { ballotText } from './ballot.ts';
import type { Ballot } from './ballot-methods.ts';

/** What a commitment looks like: 64 hexadecimal digits. */
export const COMMITMENT = /^[0-9a-f]{64}$/;

/**
 * What a device hands in beside its ballot: SHA-256 over the vote, a secret of the device alone and the
 * ballot. Who does not know the secret can neither read the ballot from it nor make one that fits another
 * ballot; after the vote was published, the device finds its own among those that were counted. Rule [VO14].
 */
export function commitmentTo(voteId: string, secret: string, ballot: Ballot): string {
	return sha256(JSON.stringify(['tachawor-ballot/1', voteId, secret, ballotText(ballot)]));
}

/** SHA-256 of a text in UTF-8, in hexadecimal. In plain script: an address without https has no `crypto.subtle`. */
export function sha256(text: string): string {
	return Array.from(digest(new TextEncoder().encode(text)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}
