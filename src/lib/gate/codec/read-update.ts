import * as decoding from 'lib0/decoding';
import type { ClientUpdate, ClockRange, Deletes, Section } from '../changes/client-update.ts';
import type { Incoming } from '../changes/incoming.ts';
import type { GateLimits } from '../gate-limits.ts';
import { refuse } from '../refusal.ts';
import { readStruct } from './read-struct.ts';

/** The largest client id that Yjs draws. */
const LAST_CLIENT = 0xffff_ffff;

/**
 * Decodes an update (V1) of a client. Numbers of structs and ranges are checked as they are declared,
 * before anything is allocated for them. Throws when the bytes are no update.
 */
export function readUpdate(bytes: Uint8Array, limits: GateLimits): ClientUpdate {
	if (bytes.length > limits.updateBytes) refuse('too-big');
	const decoder = decoding.createDecoder(bytes);
	const sections = readSections(decoder, limits);
	const deletes = readDeletes(decoder, limits);
	if (decoding.hasContent(decoder)) refuse('trailing-bytes');
	return { sections, deletes };
}

function readSections(decoder: decoding.Decoder, limits: GateLimits): Section[] {
	const sections: Section[] = [];
	const seen = new Set<number>();
	let declared = 0;
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const count = decoding.readVarUint(decoder);
		declared += count;
		if (declared > limits.structs) refuse('too-many-structs');
		const client = decoding.readVarUint(decoder);
		if (client > LAST_CLIENT) refuse('client-range');
		if (seen.has(client)) refuse('client-twice');
		seen.add(client);
		let clock = decoding.readVarUint(decoder);
		const structs: Incoming[] = [];
		for (let index = 0; index < count; index++) {
			const struct = readStruct(decoder, { client, clock });
			structs.push(struct);
			clock = struct.end;
		}
		sections.push({ client, structs });
	}
	return sections;
}

/** Yjs writes each client once, with its ranges in order and apart. */
function readDeletes(decoder: decoding.Decoder, limits: GateLimits): Deletes[] {
	const deletes: Deletes[] = [];
	const seen = new Set<number>();
	let declared = 0;
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const client = decoding.readVarUint(decoder);
		if (seen.has(client)) refuse('delete-twice');
		seen.add(client);
		const count = decoding.readVarUint(decoder);
		declared += count;
		if (declared > limits.deleteRanges) refuse('too-many-deletes');
		const ranges: ClockRange[] = [];
		let end = 0;
		for (let index = 0; index < count; index++) {
			const clock = decoding.readVarUint(decoder);
			const length = decoding.readVarUint(decoder);
			if (clock < end) refuse('delete-order');
			if (length === 0) refuse('zero-length');
			end = clock + length;
			ranges.push({ clock, length });
		}
		if (ranges.length > 0) deletes.push({ client, ranges });
	}
	return deletes;
}
