import { KeptValue } from './kept/kept-value.ts';

/** A difference of clocks that is worth keeping, in milliseconds. */
const NOTABLE = 250;

let kept: KeptValue<number> | undefined;

function keptOffset(): KeptValue<number> {
	return (kept ??= new KeptValue('tachawor.clock'));
}

/** The server's time now, epoch milliseconds, by the last difference that this device heard of. */
export function serverNow(): number {
	return Date.now() + (keptOffset().current ?? 0);
}

/** The server said what time it is; kept, so that a start without the network goes by it too. */
export function hearServerTime(now: number): void {
	const offset = now - Date.now();
	if (Math.abs(offset - (keptOffset().current ?? 0)) >= NOTABLE) keptOffset().keep(offset);
}
