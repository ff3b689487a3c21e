import type { Action } from '#lib/domain/plan/action-plan.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { REQUIRED_FIELDS } from '#lib/domain/plan/action-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { axisTitle, cellOf } from './plan-table-section.ts';
import type { CellContent, ActionSheetContent, TableContent } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
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
			{ title: say(m.document_financing), content: financingOf(action, words) },
			{ title: say(m.document_indicators), content: indicatorsOf(action, words) },
			{ title: say(m.document_risks), content: risksOf(action, words) }
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
	if (action.quickWin) chips.push({ text: words.say(m.document_quick_win), warm: true });
	chips.push({ text: words.status(action.status), warm: false });
	return chips;
}

function fieldsOf(action: Action, words: DocumentWords): Field[] {
	const { say } = words;
	const field = (label: string, lines: readonly string[]): Field => ({
		label,
		value: cellOf(lines, words)
	});
	const fields = [
		field(say(m.document_description), linesOf(action.description)),
		field(say(m.document_level), action.level ? [words.level(action.level)] : []),
		field(say(m.document_location), [action.location]),
		field(say(m.document_beneficiaries), linesOf(action.beneficiaries)),
		field(
			say(m.document_responsible),
			action.responsible.map(({ name }) => name)
		),
		field(say(m.document_partners_commitments), partnerLines(action, words)),
		field(say(m.document_schedule), [words.span(action.start, action.end, true) ?? '']),
		field(say(m.document_cost), action.cost === null ? [] : [words.money(action.cost)])
	];
	if (!action.priority) fields.push(field(say(m.document_priority), []));
	return fields;
}

/** The lines of a text, whatever the program that it was pasted from breaks them with. */
function linesOf(text: string): string[] {
	return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);
}

/** One line a partner where something is committed, all in one line otherwise. */
function partnerLines({ partners }: Action, words: DocumentWords): string[] {
	if (partners.every(({ commitment }) => commitment === '')) {
		return [words.list(partners.map(({ name }) => name))];
	}
	return partners.map(({ name, commitment }) =>
		commitment
			? m.document_colon({ label: words.quoted(name), value: words.quoted(commitment) }, words)
			: name
	);
}

function financingOf(
	action: Action,
	words: DocumentWords
): ActionSheetContent['parts'][number]['content'] {
	const { say, number } = words;
	if (action.financing.length === 0) return { text: say(m.document_no_financing) };
	const sum = action.financing.reduce((total, line) => total + line.amount, 0);
	const table: TableContent = {
		caption: say(m.document_financing),
		columns: [
			{ head: say(m.document_source), share: 50, align: 'start' },
			{ head: say(m.document_amount), share: 20, align: 'figure' },
			{ head: say(m.document_financing_status), share: 30, align: 'start' }
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
			caption: say(m.document_indicators),
			columns: [
				{ head: say(m.document_indicator), share: 32, align: 'start' },
				{ head: say(m.document_baseline), share: 17, align: 'figure' },
				{ head: say(m.document_target), share: 18, align: 'figure' },
				{ head: say(m.document_unit), share: 12, align: 'start' },
				{ head: say(m.document_verification), share: 21, align: 'start' }
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
			caption: say(m.document_risks),
			columns: [
				{ head: say(m.document_risk), share: 38, align: 'start' },
				{ head: say(m.document_risk_level), share: 16, align: 'start' },
				{ head: say(m.document_mitigation), share: 46, align: 'start' }
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
