import type { Action } from '#lib/domain/plan/action-plan.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { isRequired, REQUIRED_FIELDS } from '#lib/domain/plan/action-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { axisTitle, cellOf } from './plan-table-section.ts';
import type { CellContent, ActionSheetContent, TableContent } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import { fieldLines, LINE_FIELDS } from './field-lines.ts';
import type { DocumentAction, DocumentAxis, DocumentObjective } from './plan-document.ts';

type Field = ActionSheetContent['fields'][number];

/** The sheet of one action (بطاقة الإجراء): every field of it, its money, its origin, what it lacks. */
export function actionSheet(
	{ action, readiness, provenance }: DocumentAction,
	axis: DocumentAxis,
	objective: DocumentObjective,
	words: DocumentWords
): ActionSheetContent {
	const { say, number, locale } = words;
	const ready = readiness.ready;
	const of = REQUIRED_FIELDS.length;
	const missing = words.list(readiness.missing.map((field) => words.field(field)));
	return {
		code: action.code,
		title: words.quoted(textIn(action.title, locale) || say(m.document_missing)),
		place: placeOf(axis, objective, words),
		chips: chipsOf(action, words),
		fields: fieldsOf(action, words),
		parts: [
			{ title: say(m.plan_financing), content: financingOf(action, words) },
			{ title: say(m.plan_indicators), content: indicatorsOf(action, words) },
			{ title: say(m.plan_risks), content: risksOf(action, words) }
		],
		provenance: {
			title: say(m.document_provenance),
			fields: provenanceFields(provenance, words),
			none: say(m.document_provenance_none)
		},
		readiness: {
			title: say(m.document_readiness),
			ready,
			of,
			score: m.document_of_total({ part: number(ready), total: number(of) }, { locale }),
			text: missing
				? m.document_readiness_missing({ fields: missing }, { locale })
				: say(m.document_readiness_full),
			complete: missing === ''
		}
	};
}

function placeOf(axis: DocumentAxis, objective: DocumentObjective, words: DocumentWords): string {
	const { locale } = words;
	const axisName = axisTitle(axis, words);
	const title = words.quoted(textIn(objective.title, locale));
	if (!title) return axisName;
	const named =
		objective.number === null
			? m.document_objective_unnumbered({ title }, { locale })
			: m.document_objective_named({ number: objective.number, title }, { locale });
	if (axis.number === null) return named;
	return `${m.document_axis_only({ number: words.number(axis.number) }, { locale })} · ${named}`;
}

function chipsOf(action: Action, words: DocumentWords): ActionSheetContent['chips'] {
	const chips = [];
	if (action.priority) {
		chips.push({ text: words.priorityChip(action.priority), warm: action.priority === 'high' });
	}
	if (action.quickWin) chips.push({ text: words.say(m.plan_quick_win), warm: true });
	chips.push({ text: words.status(action.status), warm: false });
	return chips;
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

function financingOf(
	action: Action,
	words: DocumentWords
): ActionSheetContent['parts'][number]['content'] {
	const { say, number } = words;
	if (action.financing.length === 0) return { text: say(m.document_no_financing) };
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
	return { table };
}

/** Says whether the sources add up to the cost. */
function matchOf(cost: number | null, sum: number, words: DocumentWords): CellContent {
	if (cost === null) return { lines: [''] };
	if (cost === sum) return { lines: [words.say(m.document_sources_match)] };
	const amount = words.money(Math.abs(cost - sum));
	return { lines: [m.document_sources_differ({ amount }, words)], missing: true };
}

function indicatorsOf(
	action: Action,
	words: DocumentWords
): ActionSheetContent['parts'][number]['content'] {
	const { say } = words;
	if (action.indicators.length === 0) return { text: say(m.document_missing) };
	return {
		table: {
			caption: say(m.plan_indicators),
			columns: [
				{ head: say(m.plan_indicator), share: 32, align: 'start' },
				{ head: say(m.plan_baseline), share: 17, align: 'figure' },
				{ head: say(m.plan_target), share: 18, align: 'figure' },
				{ head: say(m.plan_unit), share: 12, align: 'start' },
				{ head: say(m.plan_verification), share: 21, align: 'start' }
			],
			rows: action.indicators.map((indicator) => ({
				kind: 'body',
				cells: [
					{ lines: [indicator.label] },
					{ lines: [grouped(indicator.baseline, words)] },
					{ lines: [grouped(indicator.target, words)] },
					{ lines: [indicator.unit] },
					{ lines: [indicator.source] }
				]
			}))
		}
	};
}

/** A value that is a plain whole number gets its thousands held; any other stays as it was written. */
function grouped(value: string, words: DocumentWords): string {
	return /^\d{4,15}$/.test(value) ? words.number(Number(value)) : value;
}

function risksOf(
	action: Action,
	words: DocumentWords
): ActionSheetContent['parts'][number]['content'] {
	const { say } = words;
	if (action.risks.length === 0) return { text: say(m.document_no_risk) };
	return {
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
					cellOf([risk.mitigation], words)
				]
			}))
		}
	};
}

function provenanceFields(
	provenance: DocumentAction['provenance'],
	words: DocumentWords
): ActionSheetContent['provenance']['fields'] {
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
	{ title, dots, rank }: DocumentAction['provenance']['clusters'][number],
	words: DocumentWords
): string {
	const { locale } = words;
	const name = words.quoted(textIn(title, locale));
	if (dots === null || rank === null) return name;
	const facts = words.list([
		m.document_points_count({ count: dots }, { locale }),
		m.document_rank_of({ rank: words.number(rank) }, { locale })
	]);
	return `${name} (${facts})`;
}
