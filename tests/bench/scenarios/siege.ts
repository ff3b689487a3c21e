import { performance } from 'node:perf_hooks';
import { laySiege } from '../../attack/siege/siege.ts';
import { WHOLE_FORCE, type SiegeAnswers } from '../../attack/siege/siege-force.ts';
import { Latencies } from '../load/latencies.ts';
import { rounded, verdict, type Row } from '../row.ts';
import { letIn, pause, runSubject, settleDisk } from '../run-subject.ts';
import type { Subject } from '../subjects/subject.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { Scenario } from './scenario.ts';

/** People on the board, notes a second, people who come in a second, and turns of each kind in a round. */
const HALL = { people: 60, notesPerSecond: 20, joinsPerSecond: 2, turns: 4 };
/** Milliseconds that joining may take, at the 95th percentile. */
const MOST_JOIN_MS = 1000;
/** How much later notes may be than on a quiet server. */
const SLOWER = 2;
/** Share by which memory that is kept may grow between the first and the last turn under siege. */
const MOST_GROWTH = 0.1;

/** What one turn showed. */
interface Turn {
	readonly notes: Latencies;
	readonly joins: Latencies;
	/** Megabytes kept after a collection. */
	readonly heapMb: number;
	readonly rssMb: number;
	readonly refusedJoins: number;
	/** Milliseconds. */
	readonly delayP99: number;
	/** Milliseconds of processor time a second. */
	readonly cpuMs: number;
}

/** A hall that works while strangers try codes and passwords and send bodies that cost much. */
export const SIEGE: Scenario = {
	name: 'siege',
	about: `${HALL.people} people write and ${HALL.joinsPerSecond} join a second, while strangers send 2,000 wrong codes and 2,000 wrong passwords a minute and 10 worst bodies a second`,
	async run(options) {
		const quiet: Turn[] = [];
		const besieged: Turn[] = [];
		const answers: SiegeAnswers[] = [];
		for (let round = 1; round <= options.rounds; round++) {
			const { seconds } = options;
			const need = {
				people: HALL.people,
				notes: 0,
				capacity: (2 * HALL.turns + 1) * 2 * HALL.notesPerSecond * seconds + 200
			};
			await runSubject(TACHAWOR, need, async (subject, load) => {
				await letIn(load, 0, HALL.people);
				let from = 0;
				const write = async (): Promise<Latencies> => {
					const { notesPerSecond } = HALL;
					const writing = { notesPerSecond, seconds, seed: round, from, patience: 20_000 };
					const written = await load.write(writing);
					from += written.notes;
					const latencies = new Latencies();
					latencies.addAll(written.latencies);
					return latencies;
				};
				await write();
				for (let turn = 0; turn < HALL.turns; turn++) {
					await settleDisk();
					quiet.push(await turnOf(subject, write(), seconds));
					await settleDisk();
					const siege = await laySiege(subject.plan.origin, WHOLE_FORCE);
					besieged.push(await turnOf(subject, write(), seconds));
					answers.push(await siege.end());
					options.say(
						`siege, round ${round}, turn ${turn + 1}, ${rounded(besieged.at(-1)?.heapMb ?? NaN)} MB kept`
					);
				}
			});
		}
		return outcomeOf(quiet, besieged, answers);
	}
};

async function turnOf(
	subject: Subject,
	writing: Promise<Latencies>,
	seconds: number
): Promise<Turn> {
	const before = await subject.ask('reset');
	const joining = joinFor(subject, seconds);
	const notes = await writing;
	const { joins, refusedJoins } = await joining;
	const { cpu, delayP99, rss } = await subject.ask('sample');
	const { heapUsed } = await subject.ask('collect');
	return {
		notes,
		joins,
		refusedJoins,
		heapMb: heapUsed / 2 ** 20,
		rssMb: rss / 2 ** 20,
		delayP99,
		cpuMs: (cpu - before.cpu) / seconds
	};
}

/** New people join evenly over so many seconds, each on a device that was never seen. */
async function joinFor(
	{ plan, door }: Subject,
	seconds: number
): Promise<{ joins: Latencies; refusedJoins: number }> {
	if (!door) throw new Error('There is no door to come in by.');
	const joins = new Latencies();
	let refusedJoins = 0;
	const join = async (): Promise<void> => {
		const begun = performance.now();
		const answer = await fetch(`${plan.origin}/api/join`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: plan.origin },
			body: JSON.stringify({ code: door.joinCode, categoryId: door.categoryId, language: 'ar' })
		});
		await answer.arrayBuffer();
		joins.add(performance.now() - begun);
		if (answer.status !== 201) refusedJoins++;
	};
	const coming: Promise<void>[] = [];
	for (let joined = 0; joined < seconds * HALL.joinsPerSecond; joined++) {
		coming.push(join());
		await pause(1000 / HALL.joinsPerSecond);
	}
	await Promise.all(coming);
	return { joins, refusedJoins };
}

function outcomeOf(
	quiet: readonly Turn[],
	besieged: readonly Turn[],
	answers: readonly SiegeAnswers[]
): Awaited<ReturnType<Scenario['run']>> {
	const [before, after] = [p95Of(quiet, 'notes'), p95Of(besieged, 'notes')];
	const join = p95Of(besieged, 'joins');
	const refused = besieged.reduce((sum, turn) => sum + turn.refusedJoins, 0);
	const first = besieged[0]?.heapMb ?? NaN;
	const last = besieged.at(HALL.turns - 1)?.heapMb ?? NaN;
	const most = rounded(SLOWER * before);
	return {
		rows: [row('quiet', quiet), row('under siege', besieged), answered(answers)],
		verdicts: [
			verdict(
				'siege',
				`joining under ${MOST_JOIN_MS} ms at the 95th percentile, nobody refused`,
				`${join} ms, ${refused} refused`,
				join < MOST_JOIN_MS && refused === 0
			),
			verdict(
				'siege',
				`notes' p95 at most ${SLOWER} × quiet (${most} ms), medians of ${quiet.length} turns`,
				`${after} ms`,
				after <= most
			),
			verdict(
				'siege',
				`memory kept grows by at most ${MOST_GROWTH * 100} % (from ${rounded(first)} MB)`,
				`${rounded(last)} MB`,
				last <= first * (1 + MOST_GROWTH)
			)
		]
	};
}

/** The median of the turns' 95th percentiles: a shared disk stands still longer than any attack lasts. */
function p95Of(turns: readonly Turn[], what: 'notes' | 'joins'): number {
	return medianOf(turns.map((turn) => turn[what].quantile(0.95)));
}

function medianOf(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function row(what: string, turns: readonly Turn[]): Row {
	return {
		name: 'siege',
		subject: TACHAWOR.name,
		peers: [],
		conditions: { what },
		figures: {
			notesP95Ms: rounded(p95Of(turns, 'notes')),
			joinP95Ms: rounded(p95Of(turns, 'joins')),
			heapMb: rounded(medianOf(turns.map(({ heapMb }) => heapMb))),
			rssMb: rounded(Math.max(...turns.map(({ rssMb }) => rssMb))),
			loopDelayP99Ms: rounded(medianOf(turns.map(({ delayP99 }) => delayP99))),
			cpuMsPerSecond: rounded(medianOf(turns.map(({ cpuMs }) => cpuMs)))
		}
	};
}

/** What the strangers were told, by kind and status. */
function answered(answers: readonly SiegeAnswers[]): Row {
	const figures: Record<string, number> = {};
	for (const some of answers)
		for (const [answer, count] of Object.entries(some))
			figures[answer] = (figures[answer] ?? 0) + count;
	return {
		name: 'siege',
		subject: TACHAWOR.name,
		peers: [],
		conditions: { what: 'answers to strangers' },
		figures
	};
}
