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
/** Share by which memory kept after a siege may exceed that of the same hall, of as many notes and people, that nobody besieged. */
const MOST_GROWTH = 0.1;

/** What one turn showed. */
interface Turn {
	readonly notes: Latencies;
	readonly joins: Latencies;
	/** Megabytes that a collection leaves at the end of the turn, what is being answered included. */
	readonly duringMb: number;
	/** The same once all is answered. */
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
		const spared: Turn[] = [];
		const answers: SiegeAnswers[] = [];
		for (let round = 1; round <= options.rounds; round++) {
			const say = (what: string, { heapMb }: Turn): void =>
				options.say(`siege, round ${round}, ${what}, ${rounded(heapMb)} MB kept`);
			await hallOf(round, options.seconds, async (turnOf) => {
				for (let turn = 1; turn <= HALL.turns; turn++) {
					const before = await turnOf();
					quiet.push(before);
					say(`quiet turn ${turn}`, before);
					const during = await turnOf(async (origin) => {
						const siege = await laySiege(origin, WHOLE_FORCE);
						return async () => void answers.push(await siege.end());
					});
					besieged.push(during);
					say(`turn ${turn} under siege`, during);
				}
			});
			await hallOf(round, options.seconds, async (turnOf) => {
				for (let turn = 1; turn <= 2 * HALL.turns; turn++) {
					const alone = await turnOf();
					if (turn % 2 === 0) spared.push(alone);
					say(`turn ${turn} of a hall that is left alone`, alone);
				}
			});
		}
		return outcomeOf({ quiet, besieged, spared }, answers);
	}
};

/** Lets people in and write one turn that is not told, and then as many turns as `use` asks for, with what it begins beside them. */
async function hallOf(
	seed: number,
	seconds: number,
	use: (
		turnOf: (beside?: (origin: string) => Promise<() => Promise<void>>) => Promise<Turn>
	) => Promise<void>
): Promise<void> {
	const { people, notesPerSecond, turns } = HALL;
	const capacity = (2 * turns + 1) * 2 * notesPerSecond * seconds + 200;
	await runSubject(TACHAWOR, { people, notes: 0, capacity }, async (subject, load) => {
		await letIn(load, 0, people);
		let from = 0;
		const write = async (): Promise<Latencies> => {
			const written = await load.write({ notesPerSecond, seconds, seed, from, patience: 20_000 });
			from += written.notes;
			const latencies = new Latencies();
			latencies.addAll(written.latencies);
			return latencies;
		};
		await write();
		await use(async (beside) => {
			await settleDisk();
			const end = await beside?.(subject.plan.origin);
			const turn = await turnOf(subject, write(), seconds);
			await end?.();
			return { ...turn, heapMb: await keptMb(subject) };
		});
	});
}

async function turnOf(
	subject: Subject,
	writing: Promise<Latencies>,
	seconds: number
): Promise<Omit<Turn, 'heapMb'>> {
	const before = await subject.ask('reset');
	const joining = joinFor(subject, seconds);
	const notes = await writing;
	const { joins, refusedJoins } = await joining;
	const { cpu, delayP99, rss } = await subject.ask('sample');
	return {
		notes,
		joins,
		refusedJoins,
		duringMb: await keptMb(subject),
		rssMb: rss / 2 ** 20,
		delayP99,
		cpuMs: (cpu - before.cpu) / seconds
	};
}

async function keptMb(subject: Subject): Promise<number> {
	const { heapUsed } = await subject.ask('collect');
	return heapUsed / 2 ** 20;
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
	{ quiet, besieged, spared }: Record<'quiet' | 'besieged' | 'spared', readonly Turn[]>,
	answers: readonly SiegeAnswers[]
): Awaited<ReturnType<Scenario['run']>> {
	const [before, after] = [p95Of(quiet, 'notes'), p95Of(besieged, 'notes')];
	const join = p95Of(besieged, 'joins');
	const refused = besieged.reduce((sum, turn) => sum + turn.refusedJoins, 0);
	const [kept, alone] = [meanOf(besieged), meanOf(spared)];
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
				`memory kept, a mean of ${besieged.length} turns, at most ${MOST_GROWTH * 100} % over that of the same hall left alone (${rounded(alone)} MB)`,
				`${rounded(kept)} MB`,
				kept <= alone * (1 + MOST_GROWTH)
			)
		]
	};
}

/** The median of the turns' 95th percentiles: a shared disk stands still longer than any attack lasts. */
function p95Of(turns: readonly Turn[], what: 'notes' | 'joins'): number {
	return medianOf(turns.map((turn) => turn[what].quantile(0.95)));
}

/** Of what is kept after each turn: a single reading is off by a tenth, as a collection finds code in use or not. */
function meanOf(turns: readonly Turn[]): number {
	return turns.reduce((sum, { heapMb }) => sum + heapMb, 0) / turns.length;
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
			duringMb: rounded(medianOf(turns.map(({ duringMb }) => duringMb))),
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
