import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import { SteadyClock } from './steady-clock.ts';

/** The clock of this process. All times that the server stores, compares or tells are read from it. */
export const clock = new SteadyClock({
	wall: () => Date.now(),
	elapsed: () => performance.now(),
	// Elsewhere it is made from the machine's clock, and jumps with it.
	uptime: () => (process.platform === 'linux' ? uptime() * 1000 : undefined)
});

/** The time now: epoch milliseconds that do not jump. */
export const timeNow = (): number => clock.now();

/** A moment of our clock as the machine's clock says it, for a library that compares with that. */
export function asMachineTime(time: number): Date {
	return new Date(time - timeNow() + Date.now());
}

/** The reverse of {@link asMachineTime}. */
export function fromMachineTime(date: Date): number {
	return date.getTime() - Date.now() + timeNow();
}
