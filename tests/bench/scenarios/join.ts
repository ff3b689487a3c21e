import { Latencies } from '../load/latencies.ts';
import { peersOf, rounded, verdict, type Row } from '../row.ts';
import { pause, runSubject } from '../run-subject.ts';
import { notesIn } from '../subjects/board-content.ts';
import type { SubjectKind } from '../subjects/subject.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

const PEOPLE = 150;
/** Already there, and told who comes. */
const THERE = 20;
const MEGABYTES = [0.5, 4] as const;
/** Milliseconds. */
const MOST_DELAY = 200;

/** The break is over: everybody opens the page in the same moment, on a board that is full. */
export const JOIN: Scenario = {
	name: 'join-150',
	about: `${PEOPLE} people join at once, presence on`,
	async run(options) {
		const rows: Row[] = [];
		for (const megabytes of MEGABYTES)
			for (const kind of options.subjects) {
				rows.push(await join(kind, megabytes, options));
				options.say(`join-150 ${kind.name}, ${megabytes} MB`);
			}
		return {
			rows,
			verdicts: rows
				.filter(({ subject }) => subject === TACHAWOR.name)
				.map(({ figures, conditions }) =>
					verdict(
						'join-150',
						`${conditions.megabytes ?? ''} MB: event-loop delay under ${MOST_DELAY} ms at the 99th percentile`,
						`${figures.loopDelayP99Ms ?? ''} ms (longest ${figures.loopDelayMostMs ?? ''} ms)`,
						Number(figures.loopDelayP99Ms) < MOST_DELAY
					)
				)
		};
	}
};

async function join(kind: SubjectKind, megabytes: number, options: RunOptions): Promise<Row> {
	const notes = notesIn(megabytes * 1e6);
	const people = THERE + PEOPLE;
	return runSubject(kind, { people, notes, capacity: notes }, async (subject, load) => {
		const crowd = {
			presence: !subject.plan.tells,
			notes,
			patience: 60_000
		};
		// The last visit is the facilitator's, whom ours tells who is there.
		await load.enter({ ...crowd, from: people, to: people + 1, within: 0 });
		await load.enter({ ...crowd, from: 0, to: THERE, within: 1000 });
		await pause(1000);
		const before = await subject.ask('reset');
		const entered = await load.enter({ ...crowd, from: THERE, to: people, within: 0 });
		const after = await subject.ask('sample');
		const each = new Latencies();
		each.addAll(entered.each);
		const lost = (await load.lost()).reduce((sum, [, count]) => sum + count, 0);
		return {
			name: 'join-150',
			subject: kind.name,
			peers: peersOf(kind.name, options.subjects),
			conditions: { people: PEOPLE, megabytes, notes },
			figures: {
				loopDelayP99Ms: rounded(after.delayP99),
				loopDelayMostMs: rounded(after.delayMost),
				joinP50Ms: rounded(each.quantile(0.5)),
				joinP95Ms: rounded(each.quantile(0.95)),
				allInStepMs: rounded(entered.inStepAfter),
				outOfStep: entered.outOfStep,
				disconnects: lost,
				cpuMs: rounded(after.cpu - before.cpu),
				rssMb: rounded(after.rss / 2 ** 20)
			}
		};
	});
}
