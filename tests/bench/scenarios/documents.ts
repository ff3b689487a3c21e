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
import type { Subject } from '../subjects/subject.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
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

/** Notes that are written while documents are made, and how much later they may be than on a quiet server. */
const HALL = { people: 60, notesPerSecond: 20, slower: 1.5 };

/** Documents as the server makes them, and a hall that goes on writing meanwhile. */
export const DOCUMENTS: Scenario = {
	name: 'documents',
	about: `the example's plan and one of 200 actions, and ${HALL.people} people who write meanwhile`,
	async run(options) {
		const made = await measureMaking(options);
		const meanwhile = await measureMeanwhile(options);
		return {
			rows: [...made.rows, ...meanwhile.rows],
			verdicts: [...made.verdicts, ...meanwhile.verdicts]
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

/** The same hall twice: quiet, and with one report after the other asked for. */
async function measureMeanwhile({ seconds, rounds, say }: RunOptions): Promise<Outcome> {
	const quiet = new Latencies();
	const busy = new Latencies();
	let documents = 0;
	for (let round = 1; round <= rounds; round++) {
		const turn = await runSubject(
			TACHAWOR,
			{ people: HALL.people, notes: 0, capacity: 4 * HALL.notesPerSecond * seconds + 200 },
			async (subject, load) => {
				await letIn(load, 0, HALL.people);
				const write = (from: number): Promise<Written> =>
					load.write({
						notesPerSecond: HALL.notesPerSecond,
						seconds,
						seed: round,
						from,
						patience: 20_000
					});
				const warmUp = await write(0);
				// What documents are made with is loaded by now, as on a server that has been up for a while.
				await reportsWhile(subject, Promise.resolve());
				await settleDisk();
				const alone = await write(warmUp.notes);
				const writing = write(warmUp.notes + alone.notes);
				const made = await reportsWhile(subject, writing);
				return { alone, beside: await writing, made };
			}
		);
		quiet.addAll(turn.alone.latencies);
		busy.addAll(turn.beside.latencies);
		documents += turn.made;
		say(`documents, notes meanwhile, round ${round}`);
	}
	const [before, after] = [quiet.quantile(0.95), busy.quantile(0.95)];
	const most = rounded(HALL.slower * before);
	return {
		rows: [
			row('notes, quiet', { p95Ms: before, p50Ms: quiet.quantile(0.5) }),
			row('notes, documents meanwhile', { p95Ms: after, p50Ms: busy.quantile(0.5), documents })
		],
		verdicts: [
			verdict(
				'notes while documents are made',
				`p95 at most ${HALL.slower} × quiet (${most} ms)`,
				`${after} ms, ${documents} documents`,
				documents > 0 && after <= most
			)
		]
	};
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
