import { readdirSync, readFileSync } from 'node:fs';

/** The system's numbers of a process's threads. Linux only. */
export function threadsOf(pid: number): number[] {
	return readdirSync(`/proc/${pid}/task`).map(Number);
}

/** Whether a thread computes only where nobody else wants to: `SCHED_IDLE`, the 41st field of its state (proc(5)). */
export function givesWay(thread: number): boolean {
	const afterName = readFileSync(`/proc/${thread}/stat`, 'utf8').split(') ').at(-1) ?? '';
	return afterName.split(' ')[38] === '5';
}
