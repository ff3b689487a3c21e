import { performance } from 'node:perf_hooks';
import type { DocumentFormat } from '#lib/domain/documents/documents.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { PlanDocument } from '#lib/server/documents/plan/plan-document.ts';
import { documentMaker, type DocumentMaker } from '#lib/server/documents/worker/document-maker.ts';
import { longPlanDocument } from '../../support/workshops/long-plan-document.ts';
import type { Written } from '../load/crowd.ts';
import { Latencies } from '../load/latencies.ts';
import { rounded, verdict, type Outcome, type Row, type Verdict } from '../row.ts';
import { letIn, runSubject, settleDisk } from '../run-subject.ts';
import type { Subject, SubjectKind } from '../subjects/subject.ts';
import { TACHAWOR, TACHAWOR_IN_MEMORY } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

/** Milliseconds, and megabytes, that a document of the plan may take, the example's 20 actions and 200. */
const PROMISED = [
	{ actions: 20, format: 'docx', ms: 1000 },
	{ actions: 20, format: 'pdf', ms: 700 },
	{ actions: 20, format: 'xlsx', ms: 300 },
	{ actions: 200, format: 'docx', ms: 2000 },
	{ actions: 200, format: 'pdf', ms: 1500, megabytes: 2 }
] as const satisfies readonly {
	readonly actions: number;
	readonly format: DocumentFormat;
	readonly ms: number;
	readonly megabytes?: number;
}[];
/** The first document of a server, asked for before anything was loaded. */
const FIRST_MS = 3000;
const LOCALES = ['ar', 'fr'] as const satisfies readonly Locale[];
const TIMES = 5;

/** Notes that are written while documents are made, and how much later they may be than on a quiet server, turn about. */
const HALL = { people: 60, notesPerSecond: 20, slower: 1.5, turns: 4 };

/** Documents as the server makes them, and a hall that goes on writing meanwhile. */
export const DOCUMENTS: Scenario = {
	name: 'documents',
	about: `the example's plan and one of 200 actions, and ${HALL.people} people who write meanwhile`,
	async run(options) {
		const made = await measureMaking(options);
		// A shared disk that stops for a tenth of a second hits the twentieth note of a turn as often as documents do.
		const onDisk = await measureMeanwhile(TACHAWOR, 'on the disk', options);
		const inMemory = await measureMeanwhile(TACHAWOR_IN_MEMORY, 'in memory', options);
		const parts = [made, onDisk, inMemory];
		return {
			rows: parts.flatMap(({ rows }) => rows),
			verdicts: parts.flatMap(({ verdicts }) => verdicts)
		};
	}
};

async function measureMaking({ say }: RunOptions): Promise<Outcome> {
	const maker = documentMaker();
	try {
		const start = performance.now();
		await make(maker, longPlanDocument(20), 'docx', 'ar');
		const first = performance.now() - start;
		const rows: Row[] = [row('first', { ms: first })];
		const verdicts: Verdict[] = [
			verdict('first document', `under ${FIRST_MS} ms`, `${rounded(first, 0)} ms`, first < FIRST_MS)
		];
		for (const { actions, format, ms, ...most } of PROMISED) {
			const times: number[] = [];
			let bytes = 0;
			// Each time other words, so that nothing remembered of the last one helps.
			for (let turn = 0; turn < TIMES; turn++)
				for (const locale of LOCALES) {
					const document = longPlanDocument(actions, turn + 1);
					const begun = performance.now();
					bytes = Math.max(bytes, (await make(maker, document, format, locale)).byteLength);
					times.push(performance.now() - begun);
				}
			const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
			const name = `${format}, ${actions} actions`;
			rows.push(row(name, { 'median ms': median, MB: bytes / 1e6 }));
			const told = `${rounded(median, 0)} ms`;
			verdicts.push(verdict(name, `median under ${ms} ms`, told, median < ms));
			const megabytes = 'megabytes' in most ? most.megabytes : undefined;
			if (megabytes !== undefined)
				verdicts.push(
					verdict(
						name,
						`under ${megabytes} MB`,
						`${rounded(bytes / 1e6, 2)} MB`,
						bytes < megabytes * 1e6
					)
				);
			say(`documents ${name}`);
		}
		return { rows, verdicts };
	} finally {
		await maker.close();
	}
}

function make(
	maker: DocumentMaker,
	matter: PlanDocument,
	format: DocumentFormat,
	locale: Locale
): Promise<Uint8Array> {
	return maker.make({ subject: 'plan', format, locale, matter });
}

/**
 * One hall that is quiet and has one report after the other asked for, turn about. A machine that is shared
 * stops now and then for longer than any document takes; the median of many short turns leaves that out.
 */
async function measureMeanwhile(
	kind: SubjectKind,
	where: string,
	{ seconds, rounds, say }: RunOptions
): Promise<Outcome> {
	const quiet: Latencies[] = [];
	const busy: Latencies[] = [];
	let documents = 0;
	for (let round = 1; round <= rounds; round++) {
		await runSubject(
			kind,
			{
				people: HALL.people,
				notes: 0,
				capacity: 2 * (2 * HALL.turns + 1) * HALL.notesPerSecond * seconds + 200
			},
			async (subject, load) => {
				await letIn(load, 0, HALL.people);
				let from = 0;
				const write = async (): Promise<Latencies> => {
					const { notesPerSecond } = HALL;
					const options = { notesPerSecond, seconds, seed: round, from, patience: 20_000 };
					const written: Written = await load.write(options);
					from += written.notes;
					const latencies = new Latencies();
					latencies.addAll(written.latencies);
					return latencies;
				};
				await write();
				// What documents are made with is loaded by now, as on a server that has been up for a while.
				await reportsWhile(subject, Promise.resolve());
				for (let turn = 0; turn < HALL.turns; turn++) {
					await settleDisk();
					quiet.push(await write());
					await settleDisk();
					const writing = write();
					const made = await reportsWhile(subject, writing);
					documents += made;
					busy.push(await writing);
				}
			}
		);
		say(`documents, notes meanwhile, ${where}, round ${round}`);
	}
	const [before, after] = [medianOf(quiet, 0.95), medianOf(busy, 0.95)];
	const most = rounded(HALL.slower * before);
	return {
		rows: [
			row(`notes, ${where}, quiet`, { p95Ms: before, p50Ms: medianOf(quiet, 0.5) }),
			row(`notes, ${where}, documents meanwhile`, {
				p95Ms: after,
				p50Ms: medianOf(busy, 0.5),
				documents
			})
		],
		verdicts: [
			verdict(
				`notes while documents are made, data ${where}`,
				`p95 at most ${HALL.slower} × quiet (${most} ms), medians of ${quiet.length} turns`,
				`${after} ms, ${documents} documents`,
				documents > 0 && after <= most
			)
		]
	};
}

/** The median of the turns' quantiles. */
function medianOf(turns: readonly Latencies[], quantile: number): number {
	const all = turns.map((turn) => turn.quantile(quantile)).sort((a, b) => a - b);
	return all[Math.floor(all.length / 2)] ?? NaN;
}

/** Asks for one report after the other until `work` is done, one at least; gives how many came. */
async function reportsWhile({ plan }: Subject, work: Promise<unknown>): Promise<number> {
	let done = false;
	const ending = work.finally(() => (done = true));
	const facilitator = plan.visits.at(-1);
	const workshop = /stage\.([^?]+)/.exec(facilitator?.paths.join() ?? '')?.[1] ?? '';
	let made = 0;
	do {
		const format = made % 2 === 0 ? 'docx' : 'pdf';
		const url = `${plan.origin}/api/workshops/${workshop}/documents/report/${format}?language=ar`;
		const answer = await fetch(url, { headers: { cookie: facilitator?.cookie ?? '' } });
		if (!answer.ok) throw new Error(`A report was answered by ${answer.status}.`);
		await answer.arrayBuffer();
		made++;
	} while (!done);
	await ending;
	return made;
}

function row(name: string, figures: Readonly<Record<string, number>>): Row {
	return {
		name: 'documents',
		subject: 'tachawor',
		peers: [],
		conditions: { what: name },
		figures: Object.fromEntries(
			Object.entries(figures).map(([unit, value]) => [unit, rounded(value, unit === 'MB' ? 2 : 1)])
		)
	};
}
