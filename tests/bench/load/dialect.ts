import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
	MESSAGE,
	readRefused,
	readSaved,
	readStatus,
	SYNC_STEP_1,
	SYNC_STEP_2,
	SYNC_UPDATE
} from '#lib/realtime/frame.ts';

/** What a server said, as far as the load generator cares. */
export type ServerMessage =
	| { readonly kind: 'asks' | 'update' | 'authenticated' | 'applied' | 'other' }
	| { readonly kind: 'state' }
	| { readonly kind: 'saved'; readonly count: number }
	| { readonly kind: 'refused'; readonly code: string }
	| { readonly kind: 'status'; readonly pseudonym: string | null };

/** How one kind of server is spoken to. */
export interface Dialect {
	/** Sent when the socket is open, if anything has to come before the first question. */
	readonly greeting: Uint8Array | undefined;
	/** Asks for what a replica of `stateVector` lacks. */
	ask(stateVector: Uint8Array): Uint8Array;
	/** Answers the server's own question. */
	answer(update: Uint8Array): Uint8Array;
	update(update: Uint8Array): Uint8Array;
	/** Publishes that a person is there. */
	presence(clientId: number): Uint8Array;
	read(payload: Buffer): ServerMessage;
}

/** y-websocket's protocol, which is ours too, with our own messages beside it. */
export const Y_WEBSOCKET: Dialect = {
	greeting: undefined,
	...yjsMessages(() => undefined),
	read: (payload) => readMessage(decoding.createDecoder(payload))
};

/** Hocuspocus': the document's name before each message, and a token before all. */
export function hocuspocusDialect(document: string): Dialect {
	const address = (encoder: encoding.Encoder): void => encoding.writeVarString(encoder, document);
	return {
		greeting: encoding.encode((encoder) => {
			address(encoder);
			encoding.writeVarUint(encoder, 2);
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarString(encoder, 'token');
		}),
		...yjsMessages(address),
		read(payload) {
			const decoder = decoding.createDecoder(payload);
			decoding.readVarString(decoder);
			const type = payload[decoder.pos] ?? 0;
			if (type === 2) return { kind: 'authenticated' };
			if (type === 8) return { kind: 'applied' };
			// 4 is a question that is put in answer to ours; it reads like any other.
			return type === 0 || type === 4 ? readSync(decoder) : { kind: 'other' };
		}
	};
}

function yjsMessages(
	address: (encoder: encoding.Encoder) => void
): Pick<Dialect, 'ask' | 'answer' | 'update' | 'presence'> {
	const sync = (step: number, bytes: Uint8Array): Uint8Array =>
		encoding.encode((encoder) => {
			address(encoder);
			encoding.writeVarUint(encoder, MESSAGE.sync);
			encoding.writeVarUint(encoder, step);
			encoding.writeVarUint8Array(encoder, bytes);
		});
	return {
		ask: (stateVector) => sync(SYNC_STEP_1, stateVector),
		answer: (update) => sync(SYNC_STEP_2, update),
		update: (update) => sync(SYNC_UPDATE, update),
		presence: (clientId) =>
			encoding.encode((encoder) => {
				address(encoder);
				encoding.writeVarUint(encoder, MESSAGE.awareness);
				const states = encoding.encode((inner) => {
					encoding.writeVarUint(inner, 1);
					encoding.writeVarUint(inner, clientId);
					encoding.writeVarUint(inner, 1);
					encoding.writeVarString(inner, '{"here":true}');
				});
				encoding.writeVarUint8Array(encoder, states);
			})
	};
}

function readMessage(decoder: decoding.Decoder): ServerMessage {
	switch (decoder.arr[0]) {
		case MESSAGE.sync:
			return readSync(decoder);
		case MESSAGE.saved:
			decoder.pos = 1;
			return { kind: 'saved', count: readSaved(decoder) };
		case MESSAGE.refused:
			decoder.pos = 1;
			return { kind: 'refused', code: readRefused(decoder).code };
		case MESSAGE.status:
			decoder.pos = 1;
			return { kind: 'status', pseudonym: readStatus(decoder).pseudonym };
		default:
			return { kind: 'other' };
	}
}

function readSync(decoder: decoding.Decoder): ServerMessage {
	decoding.readVarUint(decoder);
	const step = decoding.readVarUint(decoder);
	if (step === SYNC_STEP_1) return { kind: 'asks' };
	return { kind: step === SYNC_STEP_2 ? 'state' : 'update' };
}
