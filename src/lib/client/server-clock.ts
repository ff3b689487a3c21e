import { KeptList } from './kept/kept-list.ts';

/** A difference of clocks that is worth keeping, in milliseconds. */
const NOTABLE = 250;

let kept: KeptList<number> | undefined;

function keptOffset(): KeptList<number> {
	return (kept ??= new KeptList('tachawor.clock'));
}

/** The server's time now, epoch milliseconds, by the last difference that this device heard of. */
export function serverNow(): number {
	return Date.now() + (keptOffset().all[0] ?? 0);
}

/** The server said what time it is; kept, so that a start without the network goes by it too. */
export function hearServerTime(now: number): void {
	const offset = now - Date.now();
	if (Math.abs(offset - (keptOffset().all[0] ?? 0)) >= NOTABLE) keptOffset().replace([offset]);
}
