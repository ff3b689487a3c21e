import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import {
	MESSAGE,
	readRefused,
	readSaved,
	readStatus,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#lib/realtime/frame.ts';
import { describeUpdate } from './describe-update.ts';

/** Describes one frame of a live room, in either direction, as plain data. Throws when the bytes are none. */
export function describeFrame(bytes: Uint8Array): Readonly<Record<string, unknown>> {
	const decoder = decoding.createDecoder(bytes);
	const type = decoding.readVarUint(decoder);
	switch (type) {
		case MESSAGE.sync:
			return describeSync(decoder);
		case MESSAGE.awareness:
			return {
				message: 'awareness',
				states: describeAwareness(decoding.readVarUint8Array(decoder))
			};
		case MESSAGE.queryAwareness:
			return { message: 'query awareness' };
		case MESSAGE.saved:
			return { message: 'saved', count: readSaved(decoder) };
		case MESSAGE.refused:
			return { message: 'refused', ...readRefused(decoder) };
		case MESSAGE.status:
			return { message: 'status', ...readStatus(decoder) };
		case MESSAGE.writing:
			return { message: 'writing' };
		default:
			return { message: `unknown type ${type}` };
	}
}

function describeSync(decoder: decoding.Decoder): Record<string, unknown> {
	const step = decoding.readVarUint(decoder);
	const body = decoding.readVarUint8Array(decoder);
	if (step === SYNC_STEP_1)
		return { message: 'sync step 1', known: Object.fromEntries(Y.decodeStateVector(body)) };
	if (step === SYNC_STEP_2) return { message: 'sync step 2', ...describeUpdate(body) };
	if (step === SYNC_UPDATE) return { message: 'update', ...describeUpdate(body) };
	return { message: `unknown step ${step}` };
}

/** The states of an awareness update by their client ids; null for one that left. */
function describeAwareness(body: Uint8Array): Record<string, unknown> {
	const decoder = decoding.createDecoder(body);
	const states: Record<string, unknown> = {};
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const client = decoding.readVarUint(decoder);
		decoding.readVarUint(decoder);
		states[client] = JSON.parse(decoding.readVarString(decoder)) as unknown;
	}
	return states;
}
