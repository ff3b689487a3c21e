import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before each subject (`--import`): answers the bench over the process's channel with what the
 * process used. The same for all subjects, and idle between two questions but for the delay's timer.
 */

/** Milliseconds between two looks at the event loop; each sample holds them too. */
const RESOLUTION = 10;

export type ProbeQuestion = 'sample' | 'reset' | 'collect';

/** What a subject's process used until now. */
export interface ProbeSample {
	/** Milliseconds of processor time since the start. */
	readonly cpu: number;
	/** Bytes. */
	readonly rss: number;
	readonly heapUsed: number;
	/** Milliseconds that the event loop was late since the last reset. */
	readonly delayP99: number;
	readonly delayMost: number;
}

/** Where to write what the processor did between a reset and the next sample; for whoever looks into it. */
const PROFILES = process.env.BENCH_PROFILES;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
// A subject's threads load this too; what the process used is asked of its main thread alone.
if (isMainThread) {
	delay.enable();
	process.on('message', answer);
	// The channel alone keeps no server running.
	process.channel?.unref();
}

function answer(question: ProbeQuestion): void {
	if (question === 'reset') delay.reset();
	if (PROFILES) profile(PROFILES, question);
	if (question === 'collect') {
		setFlagsFromString('--expose-gc');
		(runInNewContext('gc') as () => void)();
	}
	const { user, system } = process.cpuUsage();
	const { rss, heapUsed } = process.memoryUsage();
	const sample: ProbeSample = {
		cpu: (user + system) / 1000,
		rss,
		heapUsed,
		delayP99: lateness(delay.percentile(99)),
		delayMost: lateness(delay.max)
	};
	process.send?.(sample);
}

let session: Session | undefined;

function lateness(nanoseconds: number): number {
	return Math.max(0, nanoseconds / 1e6 - RESOLUTION);
}

function profile(folder: string, question: ProbeQuestion): void {
	if (question === 'reset') {
		session = new Session();
		session.connect();
		session.post('Profiler.enable');
		session.post('Profiler.start');
	} else {
		session?.post('Profiler.stop', (_error, { profile: taken }) => {
			const name = `${process.pid}-${Date.now()}.cpuprofile`;
			writeFileSync(join(folder, name), JSON.stringify(taken));
		});
		session = undefined;
	}
}
