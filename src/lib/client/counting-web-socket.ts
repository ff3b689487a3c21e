import { isCountedFrame, SYNC_STEP_2, SYNC_UPDATE } from '#lib/realtime/frame.ts';

/** Told of each counted frame (sync step 2 or update) at the moment it is handed to the socket. */
export type OnCounted = (frame: { readonly number: number; readonly whole: boolean }) => void;

/**
 * A WebSocket class for the y-websocket provider, which has no hook for sending: it numbers the counted
 * frames of each connection from 1. `whole` marks sync step 2, which carries all that the server lacked.
 * Updates that come before it are dropped, neither sent nor counted: they may build on what the server
 * lacks, and step 2 carries them too.
 * `Base` is the browser's own class, or another one with its interface where there is none.
 */
export function countingWebSocket(
	onCounted: OnCounted,
	Base: typeof WebSocket = WebSocket
): typeof WebSocket {
	return class extends Base {
		private counted = 0;
		private answered = false;

		override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
			const counts = data instanceof Uint8Array && isCountedFrame(data);
			if (counts && data[1] === SYNC_UPDATE && !this.answered) return;
			super.send(data as ArrayBufferView<ArrayBuffer>);
			if (!counts) return;
			const whole = data[1] === SYNC_STEP_2;
			this.answered ||= whole;
			this.counted++;
			onCounted({ number: this.counted, whole });
		}
	};
}
