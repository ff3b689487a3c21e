import * as encoding from 'lib0/encoding';
import { MESSAGE } from '../../../realtime/frame.ts';

/** A frame of the sync protocol: `step` is SYNC_STEP_2 or SYNC_UPDATE, `update` a V1 update. */
export function syncFrame(step: number, update: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.sync);
		encoding.writeVarUint(encoder, step);
		encoding.writeVarUint8Array(encoder, update);
	});
}
