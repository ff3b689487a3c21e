import type { Action } from '#lib/domain/plan/action-plan.ts';
import { linesOf } from '#lib/domain/text/line-breaks.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { isRequired, REQUIRED_FIELDS } from '#lib/domain/plan/action-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { axisTitle } from './plan-table-section.ts';
import { cellOf } from '../content/cells.ts';
import type { Block, CellContent, Field, Mark, TableContent } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import { fieldLines, LINE_FIELDS } from './field-lines.ts';
import { placeFacts } from '../workshop/place-words.ts';
import type { DocumentAction, DocumentAxis, DocumentObjective } from './plan-document.ts';

/** The sheet of one action (بطاقة الإجراء): every field of it, its money, its origin, what it lacks. */
export function actionSheet(
	{ action, readiness, provenance }: DocumentAction,
	axis: DocumentAxis,
	objective: DocumentObjective,
	words: DocumentWords
): Block[] {
	const { say, locale } = words;
	const origin = provenanceFields(provenance, words);
	return [
		{ kind: 'paragraph', tone: 'over', text: placeOf(axis, objective, words) },
		{
			kind: 'heading',
			level: 3,
			code: action.code,
			text: words.quoted(textIn(action.title, locale) || say(m.document_missing))
		},
		{ kind: 'marks', marks: marksOf(action, words) },
		{ kind: 'steps', done: readiness.ready, of: REQUIRED_FIELDS.length },
		{ kind: 'fields', fields: [readinessField(readiness, words), ...fieldsOf(action, words)] },
		part(say(m.plan_financing)),
		financingOf(action, words),
		part(say(m.plan_indicators)),
		indicatorsOf(action, words),
		part(say(m.plan_risks)),
		risksOf(action, words),
		part(say(m.document_provenance)),
		origin.length > 0 ? { kind: 'fields', fields: origin } : aside(say(m.document_provenance_none))
	];
}

const part = (text: string): Block => ({ kind: 'heading', level: 4, text });
const aside = (text: string): Block => ({ kind: 'paragraph', tone: 'muted', text });

/** How many required fields are there, and in words which are not. */
function readinessField(
	{ ready, missing }: DocumentAction['readiness'],
	{ say, number, locale, list, field }: DocumentWords
): Field {
	const of = REQUIRED_FIELDS.length;
	const score = m.document_of_total({ part: number(ready), total: number(of) }, { locale });
	const fields = list(missing.map(field));
	const text = fields
		? m.document_readiness_missing({ fields }, { locale })
		: say(m.document_readiness_full);
	return {
		label: say(m.document_readiness),
		value: { lines: [`${score} · ${text}`], missing: fields !== '' }
	};
}

function placeOf(axis: DocumentAxis, objective: DocumentObjective, words: DocumentWords): string {
	const { locale } = words;
	const axisName = axisTitle(axis, words);
	if (objective.id === '') return axisName;
	const title = words.quoted(textIn(objective.title, locale) || words.say(m.document_missing));
	const named =
		objective.number === null
			? m.document_objective_unnumbered({ title }, { locale })
			: m.document_objective_named({ number: objective.number, title }, { locale });
	if (axis.number === null) return named;
	return `${m.document_axis_only({ number: words.number(axis.number) }, { locale })} · ${named}`;
}

function marksOf(action: Action, words: DocumentWords): Mark[] {
	const marks: Mark[] = [];
	if (action.priority) {
		marks.push({ text: words.priorityChip(action.priority), warm: action.priority === 'high' });
	}
	if (action.quickWin) marks.push({ text: words.say(m.plan_quick_win), warm: true });
	marks.push({ text: words.status(action.status), warm: false });
	return marks;
}

/** What is asked for and missing says so; what else nobody filled stands in no document. */
function fieldsOf(action: Action, words: DocumentWords): Field[] {
	const field = (label: string, lines: readonly string[]): Field => ({
		label,
		value: cellOf(lines, words)
	});
	const fields = LINE_FIELDS.flatMap((key) => {
		const lines = fieldLines(action, key, words);
		return lines.length > 0 || isRequired(key) ? [field(words.field(key), lines)] : [];
	});
	if (!action.priority) fields.push(field(words.field('priority'), []));
	return fields;
}

function financingOf(action: Action, words: DocumentWords): Block {
	const { say, number } = words;
	if (action.financing.length === 0) return aside(say(m.document_no_financing));
	const sum = action.financing.reduce((total, line) => total + line.amount, 0);
	const table: TableContent = {
		caption: say(m.plan_financing),
		columns: [
			{ head: say(m.plan_source), share: 50, align: 'start' },
			{ head: say(m.plan_amount), share: 20, align: 'figure' },
			{ head: say(m.plan_fund_status), share: 30, align: 'start' }
		],
		rows: [
			...action.financing.map((line) => ({
				kind: 'body' as const,
				cells: [
					{ lines: [line.source] },
					{ lines: [number(line.amount)] },
					{ lines: [words.funds(line.status)] }
				]
			})),
			{
				kind: 'total' as const,
				cells: [
					{ lines: [say(m.document_total)] },
					{ lines: [number(sum)] },
					matchOf(action.cost, sum, words)
				]
			}
		]
	};
	return { kind: 'table', table };
}

/** Says whether the sources add up to the cost, else what is missing or too much. */
function matchOf(cost: number | null, sum: number, words: DocumentWords): CellContent {
	if (cost === null) return { lines: [''] };
	if (cost === sum) return { lines: [words.say(m.document_sources_match)] };
	const differs = sum < cost ? m.plan_sum_less : m.plan_sum_more;
	return { lines: [differs({ amount: words.money(Math.abs(cost - sum)) }, words)], missing: true };
}

function indicatorsOf(action: Action, words: DocumentWords): Block {
	const { say } = words;
	if (action.indicators.length === 0) return aside(say(m.document_missing));
	// Few say how often they are measured.
	const periodic = action.indicators.some(({ periodicity }) => periodicity !== '');
	return {
		kind: 'table',
		table: {
			caption: say(m.plan_indicators),
			columns: [
				{ head: say(m.plan_indicator), share: periodic ? 25 : 32, align: 'start' },
				{ head: say(m.plan_baseline), share: periodic ? 14 : 17, align: 'figure' },
				{ head: say(m.plan_target), share: periodic ? 14 : 18, align: 'figure' },
				{ head: say(m.plan_unit), share: 12, align: 'start' },
				{ head: say(m.plan_verification), share: periodic ? 20 : 21, align: 'start' },
				...(periodic ? [{ head: say(m.plan_periodicity), share: 15, align: 'start' as const }] : [])
			],
			rows: action.indicators.map((indicator) => ({
				kind: 'body',
				cells: [
					{ lines: [indicator.label] },
					{ lines: [grouped(indicator.baseline, words)] },
					{ lines: [grouped(indicator.target, words)] },
					{ lines: [indicator.unit] },
					{ lines: [indicator.source] },
					...(periodic ? [{ lines: [indicator.periodicity] }] : [])
				]
			}))
		}
	};
}

/** A value that is a plain whole number gets its thousands held; any other stays as it was written. */
function grouped(value: string, words: DocumentWords): string {
	return /^\d{4,15}$/.test(value) ? words.number(Number(value)) : value;
}

function risksOf(action: Action, words: DocumentWords): Block {
	const { say } = words;
	if (action.risks.length === 0) return aside(say(m.document_no_risk));
	return {
		kind: 'table',
		table: {
			caption: say(m.plan_risks),
			columns: [
				{ head: say(m.plan_risk), share: 38, align: 'start' },
				{ head: say(m.plan_risk_level), share: 16, align: 'start' },
				{ head: say(m.plan_mitigation), share: 46, align: 'start' }
			],
			rows: action.risks.map((risk) => ({
				kind: 'body',
				cells: [
					{ lines: [risk.label] },
					cellOf(risk.level ? [words.riskLevel(risk.level)] : [], words),
					cellOf(linesOf(risk.mitigation), words)
				]
			}))
		}
	};
}

function provenanceFields(provenance: DocumentAction['provenance'], words: DocumentWords): Field[] {
	const { say, locale } = words;
	const fields: Field[] = provenance.proposals.map(({ number, text }) => ({
		label: m.document_provenance_proposal({ number: words.number(number) }, { locale }),
		value: { lines: [textIn(text, locale)] }
	}));
	if (provenance.clusters.length > 0) {
		fields.push({
			label: say(m.document_provenance_clusters),
			value: { lines: provenance.clusters.map((cluster) => clusterLine(cluster, words)) }
		});
	}
	if (provenance.notes > 0) {
		fields.push({
			label: say(m.document_provenance_notes),
			value: { lines: [m.document_notes_count({ count: provenance.notes }, { locale })] }
		});
	}
	return fields;
}

function clusterLine(
	{ title, place }: DocumentAction['provenance']['clusters'][number],
	words: DocumentWords
): string {
	const { locale } = words;
	const name = words.quoted(textIn(title, locale));
	if (!place) return name;
	return `${name} (${words.list(placeFacts(place, words))})`;
}
