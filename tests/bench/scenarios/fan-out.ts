import { LIVE_LIMITS } from '#lib/server/rooms/limits.ts';
import type { Written } from '../load/crowd.ts';
import { Latencies } from '../load/latencies.ts';
import { figureOf, peersOf, rounded, verdict, type Row, type Verdict } from '../row.ts';
import { idleUse, letIn, pause, runSubject } from '../run-subject.ts';
import type { ProbeSample } from '../subjects/probe.ts';
import type { SubjectKind } from '../subjects/subject.ts';
import { HOCUSPOCUS, PLAIN } from '../subjects/peers.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

interface Load {
	readonly people: number;
	readonly notesPerSecond: number;
}

/** One turn of one subject. */
interface Turn {
	readonly written: Written;
	/** Milliseconds of processor time, without what it uses when nobody writes. */
	readonly cpu: number;
	readonly after: ProbeSample;
	readonly lost: number;
}

/** Written before anything is counted: a workshop's server has been up for hours, not for seconds. */
const WARM_UP = { deliveriesPerSecond: 45_000, seconds: 3 } as const;
const IDLE_SECONDS = 2;

export const FAN_OUT: readonly Scenario[] = [
	scenario({ people: 300, notesPerSecond: 20 }, judge300x20),
	scenario({ people: 300, notesPerSecond: 150 }, judge300x150),
	scenario({ people: 1000, notesPerSecond: 20 }, judge1000x20)
];

function scenario(load: Load, judge: (name: string, rows: readonly Row[]) => Verdict[]): Scenario {
	const name = `${load.people}x${load.notesPerSecond}`;
	return {
		name,
		about: `${load.people} people on one board, ${load.notesPerSecond} notes a second`,
		async run(options) {
			const turns = new Map<SubjectKind, Turn[]>();
			for (let round = 1; round <= options.rounds; round++)
				for (const kind of options.subjects) {
					const turn = await takeTurn(kind, load, options.seconds, round);
					turns.set(kind, [...(turns.get(kind) ?? []), turn]);
					options.say(`${name} ${kind.name}, round ${round}`);
				}
			const rows = [...turns].map(([kind, own]) => rowOf(name, kind, load, own, options));
			return { rows, verdicts: judge(name, rows) };
		}
	};
}

async function takeTurn(
	kind: SubjectKind,
	{ people, notesPerSecond }: Load,
	seconds: number,
	seed: number
): Promise<Turn> {
	const warmUpRate = Math.round(WARM_UP.deliveriesPerSecond / people);
	const capacity = 2 * (notesPerSecond * seconds + warmUpRate * WARM_UP.seconds) + 100;
	return runSubject(kind, { people, notes: 0, capacity }, async (subject, load) => {
		await letIn(load, 0, people);
		const warmUp = await load.write({
			notesPerSecond: warmUpRate,
			seconds: WARM_UP.seconds,
			seed: 0,
			from: 0,
			patience: 20_000
		});
		await pause(500);
		const idle = await idleUse(subject, IDLE_SECONDS);
		const before = await subject.ask('reset');
		const start = performance.now();
		const written = await load.write({
			notesPerSecond,
			seconds,
			seed,
			from: warmUp.notes,
			patience: 20_000
		});
		const after = await subject.ask('sample');
		const elapsed = (performance.now() - start) / 1000;
		const lost = (await load.lost()).reduce((sum, [, count]) => sum + count, 0);
		return { written, cpu: after.cpu - before.cpu - idle * elapsed, after, lost };
	});
}

function rowOf(
	name: string,
	kind: SubjectKind,
	load: Load,
	turns: readonly Turn[],
	{ subjects, seconds, rounds }: RunOptions
): Row {
	const latencies = new Latencies();
	const acknowledged = new Latencies();
	for (const { written } of turns) {
		latencies.addAll(written.latencies);
		acknowledged.addAll(written.acknowledged);
	}
	const sum = (of: (turn: Turn) => number) => turns.reduce((all, turn) => all + of(turn), 0);
	const most = (of: (turn: Turn) => number) => Math.max(...turns.map(of));
	const delivered = sum(({ written }) => written.delivered);
	return {
		name,
		subject: kind.name,
		peers: peersOf(kind.name, subjects),
		conditions: { ...load, seconds, rounds },
		figures: {
			p50Ms: latencies.quantile(0.5),
			p95Ms: latencies.quantile(0.95),
			p99Ms: latencies.quantile(0.99),
			lost: sum(({ written }) => written.expected) - delivered,
			cpuUsPerDelivery: rounded((sum(({ cpu }) => cpu) / delivered) * 1000, 2),
			disconnects: sum(({ lost }) => lost),
			rssMb: rounded(most(({ after }) => after.rss) / 2 ** 20),
			loopDelayP99Ms: rounded(most(({ after }) => after.delayP99)),
			...(kind.promise !== undefined && { ackP95Ms: acknowledged.quantile(0.95) }),
			generatorUse: rounded(
				most(({ written }) => written.generatorUse),
				2
			)
		}
	};
}

function judge300x20(name: string, rows: readonly Row[]): Verdict[] {
	const own = (figure: string) => figureOf(rows, TACHAWOR.name, figure);
	const plain = (figure: string) => figureOf(rows, PLAIN.name, figure);
	const most = rounded(1.3 * plain('p95Ms') + LIVE_LIMITS.mergeWindow);
	return [
		verdict(name, 'nothing lost', `${own('lost')} lost`, own('lost') === 0),
		verdict(
			name,
			`p95 at most 1.3 × the plain server’s plus the merge window (${most} ms)`,
			`${own('p95Ms')} ms`,
			own('p95Ms') <= most
		),
		verdict(
			name,
			`CPU a delivery at most the plain server’s (${plain('cpuUsPerDelivery')} µs)`,
			`${own('cpuUsPerDelivery')} µs; ${HOCUSPOCUS.name} ${figureOf(rows, HOCUSPOCUS.name, 'cpuUsPerDelivery')} µs`,
			own('cpuUsPerDelivery') <= plain('cpuUsPerDelivery')
		)
	];
}

function judge300x150(name: string, rows: readonly Row[]): Verdict[] {
	const own = figureOf(rows, TACHAWOR.name, 'cpuUsPerDelivery');
	const half = rounded(figureOf(rows, PLAIN.name, 'cpuUsPerDelivery') / 2, 2);
	const target = `CPU a delivery at most half of the plain server’s (${half} µs)`;
	return [verdict(name, target, `${own} µs`, own <= half)];
}

function judge1000x20(name: string, rows: readonly Row[]): Verdict[] {
	const own = (figure: string) => figureOf(rows, TACHAWOR.name, figure);
	const plain = figureOf(rows, PLAIN.name, 'p95Ms');
	return [
		verdict(name, 'nothing lost', `${own('lost')} lost`, own('lost') === 0),
		verdict(name, 'nobody disconnected', String(own('disconnects')), own('disconnects') === 0),
		verdict(
			name,
			`p95 under 250 ms wherever the plain server stays under 100 (it has ${plain} ms)`,
			`${own('p95Ms')} ms`,
			plain >= 100 || own('p95Ms') < 250
		)
	];
}
