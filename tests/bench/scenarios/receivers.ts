import { peersOf, rounded, verdict, type Row } from '../row.ts';
import { idleUse, letIn, pause, runSubject } from '../run-subject.ts';
import type { SubjectKind } from '../subjects/subject.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

const SIZES = [10, 100, 300, 1000, 1500] as const;
const NOTES_PER_SECOND = 20;
const WARM_UP_SECONDS = 2;
/** Milliseconds. */
const MOST_DELAY = 200;

/** What one more receiver costs, from a table to a large hall; the same server grows with its people. */
export const RECEIVERS: Scenario = {
	name: 'receivers',
	about: `cost a receiver, from ${SIZES[0]} to ${SIZES.at(-1) ?? 0} people, ${NOTES_PER_SECOND} notes a second`,
	async run(options) {
		const rows: Row[] = [];
		for (const kind of options.subjects) {
			rows.push(...(await grow(kind, options)));
			options.say(`receivers ${kind.name}`);
		}
		const delays = rows
			.filter(({ subject }) => subject === TACHAWOR.name)
			.map(({ figures }) => Number(figures.loopDelayP99Ms));
		const most = Math.max(...delays);
		const target = `event-loop delay under ${MOST_DELAY} ms at the 99th percentile`;
		return {
			rows,
			verdicts: [verdict('receivers', target, `${most} ms at most`, most < MOST_DELAY)]
		};
	}
};

async function grow(kind: SubjectKind, { subjects, seconds }: RunOptions): Promise<Row[]> {
	const rows: Row[] = [];
	const people = SIZES.at(-1) ?? 0;
	const writing = Math.max(2, Math.round(seconds / 3));
	const capacity = NOTES_PER_SECOND * (writing + WARM_UP_SECONDS) * SIZES.length * 2 + 100;
	await runSubject(kind, { people, notes: 0, capacity }, async (subject, load) => {
		let from = 0;
		let written = 0;
		const write = async (duration: number, seed: number) => {
			const result = await load.write({
				notesPerSecond: NOTES_PER_SECOND,
				seconds: duration,
				seed,
				from: written,
				patience: 10_000
			});
			written += result.notes;
			return result;
		};
		for (const [step, size] of SIZES.entries()) {
			await letIn(load, from, size);
			from = size;
			if (step === 0) await write(WARM_UP_SECONDS, 0);
			await pause(500);
			const idle = await idleUse(subject, 1);
			const before = await subject.ask('reset');
			const start = performance.now();
			const { expected, delivered } = await write(writing, step + 1);
			const after = await subject.ask('sample');
			const elapsed = (performance.now() - start) / 1000;
			const cpu = after.cpu - before.cpu - idle * elapsed;
			rows.push({
				name: 'receivers',
				subject: kind.name,
				peers: peersOf(kind.name, subjects),
				conditions: { people: size, notesPerSecond: NOTES_PER_SECOND, seconds: writing },
				figures: {
					cpuUsPerDelivery: rounded((cpu / delivered) * 1000, 2),
					lost: expected - delivered,
					loopDelayP99Ms: rounded(after.delayP99),
					loopDelayMostMs: rounded(after.delayMost),
					rssMb: rounded(after.rss / 2 ** 20)
				}
			});
		}
	});
	return rows;
}
