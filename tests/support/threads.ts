import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';

/** The system's numbers of a process's threads. Linux only. */
export function threadsOf(pid: number): number[] {
	return readdirSync(`/proc/${pid}/task`).map(Number);
}

/** Whether a thread lets those of this process go first. */
export function givesWay(thread: number): boolean {
	return getPriority(thread) > getPriority();
}
