import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { LoadGenerator } from './load/load-generator.ts';
import type { BoardNeed, Subject, SubjectKind } from './subjects/subject.ts';

/** A server under load, for as long as `work` takes; both processes are ended whatever happens. */
export async function runSubject<Result>(
	kind: SubjectKind,
	need: BoardNeed,
	work: (subject: Subject, load: LoadGenerator) => Promise<Result>
): Promise<Result> {
	const subject = await kind.start(need);
	try {
		const load = await LoadGenerator.start(subject.plan);
		try {
			return await work(subject, load);
		} finally {
			await load.stop();
		}
	} finally {
		await subject.stop();
	}
}

/** Lets people in whose receiving is going to be counted; throws unless all of them got in. */
export async function letIn(load: LoadGenerator, from: number, to: number): Promise<void> {
	const { outOfStep } = await load.enter({
		from,
		to,
		within: (to - from) * 3,
		presence: false,
		notes: 0,
		patience: 120_000
	});
	if (outOfStep > 0) throw new Error(`${outOfStep} people did not get in.`);
}

/** Milliseconds of processor time that the server uses in a second while nobody writes. */
export async function idleUse(subject: Subject, seconds: number): Promise<number> {
	const before = await subject.ask('sample');
	await pause(seconds * 1000);
	const after = await subject.ask('sample');
	return (after.cpu - before.cpu) / seconds;
}

/** Milliseconds in which a disk behind a virtual machine writes what a sync gave it. */
const SETTLING = 5000;

/**
 * What others left for the disk to write must not be waited for by the one that is measured: a data folder
 * that was just copied doubles the time that syncs stand still in the seconds after it.
 */
export async function settleDisk(): Promise<void> {
	await promisify(execFile)('sync');
	await pause(SETTLING);
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
