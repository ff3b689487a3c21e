import type { Written } from '../load/crowd.ts';
import { Latencies } from '../load/latencies.ts';
import { figureOf, peersOf, rounded, verdict, type Row, type Verdict } from '../row.ts';
import { idleUse, letIn, runSubject, settleDisk } from '../run-subject.ts';
import type { ProbeSample } from '../subjects/probe.ts';
import type { SubjectKind } from '../subjects/subject.ts';
import { HOCUSPOCUS, PLAIN, STORED_RELAY } from '../subjects/peers.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

interface Load {
	/** On each board. */
	readonly people: number;
	/** Boards at the same time; 1 when left out. */
	readonly boards?: number;
	/** On all boards together. */
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
/** A small board is warmed up by no more notes than one of so many. */
const FEWEST_WARMED = 60;

export const FAN_OUT: readonly Scenario[] = [
	scenario('10x20', { people: 10, notesPerSecond: 20 }, [
		lossless,
		p95AtMost(12),
		cpuAtMostPlain('cpuUsPerDelivery')
	]),
	scenario('60x20', { people: 60, notesPerSecond: 20 }, [lossless, p95AtMost(15)]),
	scenario('300x20', { people: 300, notesPerSecond: 20 }, [
		lossless,
		p95AtMostPlain(1.5),
		cpuAtMostPlain('cpuUsPerDelivery')
	]),
	scenario('300x150', { people: 300, notesPerSecond: 150 }, [
		cpuAtMostPlain('cpuUsPerDelivery', 2)
	]),
	scenario('1000x20', { people: 1000, notesPerSecond: 20 }, [lossless, connected, p95AtMost(50)]),
	scenario('40x8', { people: 8, boards: 40, notesPerSecond: 100 }, [
		lossless,
		p95AtMost(15),
		cpuAtMostPlain('cpuUsPerNote')
	])
];

/** A target, as it stands in the results, and whether it was met. */
type Target = (name: string, rows: readonly Row[]) => Verdict;

const own = (rows: readonly Row[], figure: string): number => figureOf(rows, TACHAWOR.name, figure);
const plain = (rows: readonly Row[], figure: string): number => figureOf(rows, PLAIN.name, figure);

function lossless(name: string, rows: readonly Row[]): Verdict {
	const lost = own(rows, 'lost');
	return verdict(name, 'nothing lost', `${lost} lost`, lost === 0);
}

function connected(name: string, rows: readonly Row[]): Verdict {
	const disconnects = own(rows, 'disconnects');
	return verdict(name, 'nobody disconnected', String(disconnects), disconnects === 0);
}

function p95AtMost(most: number): Target {
	return (name, rows) => {
		const p95 = own(rows, 'p95Ms');
		return verdict(name, `p95 at most ${most} ms`, `${p95} ms`, p95 <= most);
	};
}

function p95AtMostPlain(times: number): Target {
	return (name, rows) => {
		const p95 = own(rows, 'p95Ms');
		const most = rounded(times * plain(rows, 'p95Ms'));
		const target = `p95 at most ${times} × the plain server’s (${most} ms)`;
		return verdict(name, target, `${p95} ms`, p95 <= most);
	};
}

function cpuAtMostPlain(figure: 'cpuUsPerDelivery' | 'cpuUsPerNote', part = 1): Target {
	const unit = figure === 'cpuUsPerNote' ? 'note' : 'delivery';
	return (name, rows) => {
		const cpu = own(rows, figure);
		const most = rounded(plain(rows, figure) / part, 2);
		const share = part === 1 ? 'the plain server’s' : `1/${part} of the plain server’s`;
		return verdict(name, `CPU a ${unit} at most ${share} (${most} µs)`, `${cpu} µs`, cpu <= most);
	};
}

function scenario(name: string, load: Load, targets: readonly Target[]): Scenario {
	const { people, boards = 1, notesPerSecond } = load;
	const board = boards === 1 ? 'one board' : `each of ${boards} boards`;
	const inAll = boards === 1 ? '' : ' in all';
	return {
		name,
		about: `${people} people on ${board}, ${notesPerSecond} notes a second${inAll}`,
		async run(options) {
			// Its load generator knows one document.
			const subjects = options.subjects.filter((kind) => boards === 1 || kind !== HOCUSPOCUS);
			subjects.push(STORED_RELAY);
			const turns = new Map<SubjectKind, Turn[]>();
			for (let round = 1; round <= options.rounds; round++)
				for (const kind of subjects) {
					const turn = await takeTurn(kind, load, options.seconds, round);
					turns.set(kind, [...(turns.get(kind) ?? []), turn]);
					options.say(`${name} ${kind.name}, round ${round}`);
				}
			const rows = [...turns].map(([kind, own]) =>
				rowOf(name, kind, load, own, { ...options, subjects })
			);
			return { rows, verdicts: targets.map((target) => target(name, rows)) };
		}
	};
}

async function takeTurn(
	kind: SubjectKind,
	{ people: onBoard, boards = 1, notesPerSecond }: Load,
	seconds: number,
	seed: number
): Promise<Turn> {
	const people = onBoard * boards;
	const warmUpRate = Math.round(WARM_UP.deliveriesPerSecond / Math.max(onBoard, FEWEST_WARMED));
	const capacity = 2 * (notesPerSecond * seconds + warmUpRate * WARM_UP.seconds) + 100;
	const need = { people, notes: 0, capacity, ...(boards > 1 && { boards }) };
	return runSubject(kind, need, async (subject, load) => {
		await letIn(load, 0, people);
		const warmUp = await load.write({
			notesPerSecond: warmUpRate,
			seconds: WARM_UP.seconds,
			seed: 0,
			from: 0,
			patience: 20_000
		});
		await settleDisk();
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
	const notes = sum(({ written }) => written.notes);
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
			cpuUsPerNote: rounded((sum(({ cpu }) => cpu) / notes) * 1000),
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
