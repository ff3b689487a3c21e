import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { addAction, addAxis, addObjective, setFields, setRow } from '#lib/board/plan-doc.ts';
import { commitTogether } from '#lib/server/db/commit-together.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { projectPlan } from '#lib/server/plans/plan-projection.ts';
import { makeWorkshop } from '../support/workshops/make-workshop.ts';
import { rounded, verdict, type Outcome } from './row.ts';

const ACTIONS = 200;
const WARM_UP = 200;
const EDITS = 1000;
/** Milliseconds that all notes wait for. */
const TARGET = 2;

/** What is edited: a value, a row of a list, and a long text, which are the ways in which a sheet is written. */
const CHANGES = ['value', 'row', 'text'] as const;
type Change = (typeof CHANGES)[number];

/**
 * What the rows of one edit of a plan of 200 actions cost in the commit that all notes wait for: reading what
 * changed, its statements and running them. The database is in memory, so that no disk is measured.
 */
export async function measurePlanEdit(): Promise<Outcome> {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	const { planId } = await makeWorkshop(db);
	const doc = new Y.Doc();
	const projection = projectPlan(planId, doc);
	const rows = planOf(doc);
	await commitTogether(db, projection.take(db));
	const times: Record<Change, number[]> = { value: [], row: [], text: [] };
	for (let edit = 0; edit < WARM_UP + EDITS; edit++)
		for (const change of CHANGES) {
			const [action = '', row = ''] = rows[(edit * 7) % rows.length] ?? [];
			if (change === 'value') setFields(doc, 'actions', action, { cost: edit });
			else if (change === 'row') setRow(doc, 'financing', row, { amount: edit });
			else setFields(doc, 'actions', action, { remarks: `ملاحظة ${edit}` });
			const start = performance.now();
			await commitTogether(db, projection.take(db));
			if (edit >= WARM_UP) times[change].push(performance.now() - start);
		}
	await db.destroy();
	const measured = CHANGES.map((change) => {
		const sorted = times[change].toSorted((a, b) => a - b);
		const at = (quantile: number): number => sorted[Math.floor(sorted.length * quantile)] ?? NaN;
		return { change, median: at(0.5), p95: at(0.95) };
	});
	const slowest = Math.max(...measured.map(({ p95 }) => p95));
	return {
		rows: measured.map(({ change, median, p95 }) => ({
			name: 'plan',
			subject: 'tachawor',
			peers: [],
			conditions: { change, actions: ACTIONS, edits: EDITS },
			figures: { 'median ms': rounded(median, 2), 'p95 ms': rounded(p95, 2) }
		})),
		verdicts: [
			verdict(
				'an edit of a plan',
				`under ${TARGET} ms in the commit at ${ACTIONS} actions, at the 95th percentile`,
				`${rounded(slowest, 2)} ms`,
				slowest < TARGET
			)
		]
	};
}

/** Actions as people fill them, with a financing line of each. */
function planOf(doc: Y.Doc): [action: string, row: string][] {
	const objectiveId = addObjective(doc, addAxis(doc, { ar: 'محور' }), { ar: 'هدف' });
	const actions = Array.from({ length: ACTIONS }, (_, at) =>
		addAction(
			doc,
			{ ar: `مواكبة التعاونيات ${at}`, fr: `Accompagnement ${at}` },
			{
				code: `1.1.${at}`,
				objectiveId,
				description: 'قاعدة معطيات ومنصة رقمية ثلاثية اللغة ولوحة قيادة للمرصد. '.repeat(8),
				responsible: [{ name: 'مجلس الجهة' }],
				partners: [1, 2, 3].map((name) => ({ name: `شريك ${name}`, commitment: 'تكوين ومواكبة' })),
				financing: [1, 2, 3].map((source) => ({ source: `مصدر ${source}`, amount: 1000 })),
				indicators: [{ label: 'عدد التعاونيات', baseline: '12', target: '132' }],
				risks: [{ label: 'تأخر', level: 'high', mitigation: 'تتبع' }],
				proposalIds: ['p1']
			}
		)
	);
	const lines = [...doc.getMap<Y.Map<unknown>>('financing')];
	return actions.map((action) => [
		action,
		lines.find(([, line]) => line.get('action') === action)?.[0] ?? ''
	]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { rows, verdicts } = await measurePlanEdit();
	for (const { conditions, figures } of rows) console.log({ ...conditions, ...figures });
	for (const { name, target, figure } of verdicts) console.log(`${name}: ${figure} (${target})`);
}
