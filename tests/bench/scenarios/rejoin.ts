import { LoadGenerator } from '../load/load-generator.ts';
import { peersOf, rounded, verdict, type Row } from '../row.ts';
import { pause } from '../run-subject.ts';
import type { Subject, SubjectKind } from '../subjects/subject.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

const PEOPLE = 300;
const NOTES = 2000;
const OFFLINE = PEOPLE / 3;
const WITHIN = 2000;
/** Milliseconds from the first one's coming. */
const IN_STEP = 5000;
/** Milliseconds after which the memory is looked at. */
const LATER = 60_000;

interface Rejoined {
	readonly kind: SubjectKind;
	readonly subject: Subject;
	readonly figures: Readonly<Record<string, number>>;
	readonly rssBefore: number;
	readonly leftAt: number;
}

/** The access point comes back: everybody is there again, some with what they wrote meanwhile. */
export const REJOIN: Scenario = {
	name: 'rejoin-300',
	about:
		`${PEOPLE} people rejoin a board of ${NOTES} notes within ${WITHIN / 1000} s: two of three with ` +
		'what they had before, every third with a note written while away',
	async run(options) {
		const rejoined: Rejoined[] = [];
		try {
			for (const kind of options.subjects) {
				rejoined.push(await rejoin(kind));
				options.say(`rejoin-300 ${kind.name}`);
			}
			const rows: Row[] = [];
			for (const one of rejoined) rows.push(await lookLater(one, options));
			return { rows, verdicts: judge(rows) };
		} finally {
			for (const { subject } of rejoined) await subject.stop();
		}
	}
};

async function rejoin(kind: SubjectKind): Promise<Rejoined> {
	const notes = NOTES + OFFLINE;
	const subject = await kind.start({ people: PEOPLE, notes: NOTES, capacity: notes });
	const load = await LoadGenerator.start(subject.plan);
	const crowd = { from: 0, to: PEOPLE, presence: false };
	await load.enter({ ...crowd, within: 3000, notes: NOTES, patience: 30_000 });
	await load.leave();
	await pause(3000);
	const before = await subject.ask('reset');
	const entered = await load.enter({
		...crowd,
		within: WITHIN,
		notes,
		replica: { stateVector: subject.stateVector, known: NOTES },
		offlineFrom: NOTES,
		patience: 30_000
	});
	const during = await subject.ask('sample');
	const lost = (await load.lost()).reduce((sum, [, count]) => sum + count, 0);
	await load.leave();
	await load.stop();
	return {
		kind,
		subject,
		rssBefore: before.rss,
		leftAt: performance.now(),
		figures: {
			allInStepMs: rounded(entered.inStepAfter),
			outOfStep: entered.outOfStep,
			disconnects: lost,
			loopDelayP99Ms: rounded(during.delayP99),
			rssBeforeMb: rounded(before.rss / 2 ** 20),
			rssDuringMb: rounded(during.rss / 2 ** 20)
		}
	};
}

async function lookLater(one: Rejoined, { subjects }: RunOptions): Promise<Row> {
	await pause(Math.max(0, one.leftAt + LATER - performance.now()));
	const later = await one.subject.ask('sample');
	return {
		name: 'rejoin-300',
		subject: one.kind.name,
		peers: peersOf(one.kind.name, subjects),
		conditions: { people: PEOPLE, notes: NOTES, withinMs: WITHIN, offlineNotes: OFFLINE },
		figures: {
			...one.figures,
			rssLaterMb: rounded(later.rss / 2 ** 20),
			rssLaterPercent: rounded((later.rss / one.rssBefore) * 100)
		}
	};
}

function judge(rows: readonly Row[]) {
	const own = rows.find(({ subject }) => subject === TACHAWOR.name)?.figures ?? {};
	const inStep = Number(own.allInStepMs);
	const later = Number(own.rssLaterPercent);
	return [
		verdict(
			'rejoin-300',
			`all in step within ${IN_STEP / 1000} s`,
			`${inStep} ms, ${own.outOfStep ?? ''} out of step`,
			own.outOfStep === 0 && inStep <= IN_STEP
		),
		verdict(
			'rejoin-300',
			'memory back within 10 % a minute after they left',
			`${later} % of before`,
			later <= 110
		)
	];
}
