import { crc32 } from 'node:zlib';

/** One row of a room's log, as every table of the log holds it. */
export interface LogRow {
	readonly seq: number;
	/** Whose update it is; null for the server's own. */
	readonly actorId: string | null;
	/** An update (V1) as Yjs emitted it. */
	readonly bytes: Uint8Array;
	/** When it was stored, epoch milliseconds. */
	readonly at: number;
	readonly epoch: number;
	/** By {@link checksumOf}; null for rows older than checksums. */
	readonly checksum: number | null;
}

/** Why a row cannot be taken for what was stored. */
export type Damage = 'checksum' | 'unreadable' | 'depends-on-damage';

/** CRC-32 over the room's name, the number and the bytes, so that a row that was moved is found too. */
export function checksumOf(room: string, seq: number, bytes: Uint8Array): number {
	return crc32(bytes, crc32(`${room}\0${seq}\0`));
}

/** False when the bytes are not those that were stored. Rows without a checksum pass. */
export function isIntact(room: string, row: Pick<LogRow, 'seq' | 'bytes' | 'checksum'>): boolean {
	return row.checksum === null || row.checksum === checksumOf(room, row.seq, row.bytes);
}
