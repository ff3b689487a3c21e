import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in hex. For secrets that carry enough entropy of their own: session ids and link tokens. */
export function secretHash(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** A secret of 160 bits as 32 characters of 0-9a-v, safe in addresses and cookies. */
export function newSecret(): string {
	let bits = 0n;
	for (const byte of randomBytes(20)) bits = (bits << 8n) | BigInt(byte);
	return bits.toString(32).padStart(32, '0');
}
