import type { SubjectKind } from '../subjects/subject.ts';
import type { Outcome } from '../row.ts';

/** How a run is done. */
export interface RunOptions {
	readonly subjects: readonly SubjectKind[];
	/** How long notes are written for each figure; shorter runs say less. */
	readonly seconds: number;
	/** How often each subject has its turn, so that noise of the machine falls on all. */
	readonly rounds: number;
	say(line: string): void;
}

/** One part of the bench, to be run alone or with the others. */
export interface Scenario {
	readonly name: string;
	readonly about: string;
	run(options: RunOptions): Promise<Outcome>;
}
