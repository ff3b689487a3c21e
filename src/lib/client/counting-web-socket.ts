import { isCountedFrame, SYNC_STEP_2 } from '#lib/realtime/frame.ts';

/** Told of each counted frame (sync step 2 or update) at the moment it is handed to the socket. */
export type OnCounted = (frame: { readonly number: number; readonly whole: boolean }) => void;

/**
 * A WebSocket class for the y-websocket provider, which has no hook for sending: it numbers the counted
 * frames of each connection from 1. `whole` marks sync step 2, which carries all that the server lacked.
 * `Base` is the browser's own class, or another one with its interface where there is none.
 */
export function countingWebSocket(
	onCounted: OnCounted,
	Base: typeof WebSocket = WebSocket
): typeof WebSocket {
	return class extends Base {
		private counted = 0;

		override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
			super.send(data as ArrayBufferView<ArrayBuffer>);
			if (data instanceof Uint8Array && isCountedFrame(data)) {
				this.counted++;
				onCounted({ number: this.counted, whole: data[1] === SYNC_STEP_2 });
			}
		}
	};
}
