import { textIn } from '#lib/domain/text/locale.ts';
import type { FinancingLine } from '#lib/domain/plan/action-plan.ts';
import { REQUIRED_FIELDS } from '#lib/domain/plan/action-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { monthsBetween, type DocumentWords } from '../content/document-words.ts';
import type {
	DocumentAction,
	DocumentAxis,
	DocumentObjective,
	PlanDocument
} from '../plan/plan-document.ts';

/** A column of a list: its head, its width in characters, and what stands in it. */
export interface WorksheetColumn<T> {
	readonly head: Parameters<DocumentWords['say']>[0];
	readonly width: number;
	readonly value: (item: T, words: DocumentWords) => string | number | null;
}

/** An action with the axis and the objective it stands under. */
export interface PlanRow {
	readonly entry: DocumentAction;
	readonly axis: DocumentAxis;
	readonly objective: DocumentObjective;
}

/** The actions in the plan's order. */
export function planRows(document: PlanDocument): PlanRow[] {
	return document.axes.flatMap((axis) =>
		axis.objectives.flatMap((objective) =>
			objective.actions.map((entry) => ({ entry, axis, objective }))
		)
	);
}

/** Several things in one cell stand under each other. */
const stacked = (items: readonly string[]): string =>
	items.filter((item) => item !== '').join('\n');
/** Facts of one thing stand beside each other. */
const beside = (items: readonly (string | null)[]): string =>
	items.filter((item) => item !== null && item !== '').join(' · ');

/** Every field of the action sheet, one action a row. Months are YYYY-MM so that they sort. */
export const ACTION_COLUMNS: readonly WorksheetColumn<PlanRow>[] = [
	{ head: m.document_code, width: 9, value: ({ entry }) => entry.action.code },
	{ head: m.document_axis, width: 28, value: ({ axis }, { locale }) => textIn(axis.title, locale) },
	{
		head: m.document_objective,
		width: 30,
		value: ({ objective }, { locale }) => textIn(objective.title, locale)
	},
	{
		head: m.document_title,
		width: 42,
		value: ({ entry }, { locale }) => textIn(entry.action.title, locale)
	},
	{ head: m.document_description, width: 48, value: ({ entry }) => entry.action.description },
	{
		head: m.document_level,
		width: 16,
		value: ({ entry: { action } }, words) => action.level && words.level(action.level)
	},
	{ head: m.document_location, width: 20, value: ({ entry }) => entry.action.location },
	{ head: m.document_beneficiaries, width: 28, value: ({ entry }) => entry.action.beneficiaries },
	{
		head: m.document_responsible,
		width: 30,
		value: ({ entry }) => stacked(entry.action.responsible.map(({ name }) => name))
	},
	{
		head: m.document_partners_commitments,
		width: 40,
		value: ({ entry }) =>
			stacked(entry.action.partners.map(({ name, commitment }) => beside([name, commitment])))
	},
	{ head: m.document_cost_column, width: 16, value: ({ entry }) => entry.action.cost },
	{ head: m.document_start, width: 12, value: ({ entry }) => entry.action.start },
	{ head: m.document_end, width: 12, value: ({ entry }) => entry.action.end },
	{
		head: m.document_months,
		width: 10,
		value: ({ entry: { action } }) =>
			action.start && action.end && action.start <= action.end
				? monthsBetween(action.start, action.end)
				: null
	},
	{
		head: m.document_indicators,
		width: 48,
		value: ({ entry }) =>
			stacked(
				entry.action.indicators.map(({ label, baseline, target, unit, source }) =>
					beside([label, `${baseline} → ${target} ${unit}`.trim(), source])
				)
			)
	},
	{
		head: m.document_risks,
		width: 42,
		value: ({ entry }, words) =>
			stacked(
				entry.action.risks.map(({ label, level, mitigation }) =>
					beside([label, level && words.riskLevel(level), mitigation])
				)
			)
	},
	{
		head: m.document_priority,
		width: 12,
		value: ({ entry: { action } }, words) => action.priority && words.priority(action.priority)
	},
	{
		head: m.document_quick_win,
		width: 12,
		value: ({ entry }, { say }) => say(entry.action.quickWin ? m.document_yes : m.document_no)
	},
	{
		head: m.document_status,
		width: 14,
		value: ({ entry }, words) => words.status(entry.action.status)
	},
	{
		head: m.document_provenance,
		width: 44,
		value: ({ entry }, { locale, number }) =>
			stacked(
				entry.provenance.proposals.map((proposal) =>
					beside([
						m.document_provenance_proposal({ number: number(proposal.number) }, { locale }),
						textIn(proposal.text, locale)
					])
				)
			)
	},
	{
		head: m.document_provenance_clusters,
		width: 34,
		value: ({ entry }, { locale }) =>
			stacked(entry.provenance.clusters.map((cluster) => textIn(cluster.title, locale)))
	},
	{ head: m.document_provenance_notes, width: 11, value: ({ entry }) => entry.provenance.notes },
	{ head: m.document_provenance_votes, width: 11, value: ({ entry }) => entry.provenance.dots },
	{
		head: m.document_readiness,
		width: 12,
		value: ({ entry }, { locale, number }) =>
			m.document_of_total(
				{ part: number(entry.readiness.ready), total: number(REQUIRED_FIELDS.length) },
				{ locale }
			)
	},
	{
		head: m.document_readiness_lacks,
		width: 30,
		value: ({ entry }, words) =>
			words.list(entry.readiness.missing.map((field) => words.field(field)))
	}
];

/** One financing line a row, with the action it belongs to. */
export const FINANCING_COLUMNS: readonly WorksheetColumn<
	PlanRow & { readonly line: FinancingLine }
>[] = [
	{ head: m.document_code, width: 9, value: ({ entry }) => entry.action.code },
	{
		head: m.document_action,
		width: 50,
		value: ({ entry }, { locale }) => textIn(entry.action.title, locale)
	},
	{
		head: m.document_axis,
		width: 34,
		value: ({ axis }, { locale }) => textIn(axis.title, locale)
	},
	{ head: m.document_source, width: 50, value: ({ line }) => line.source },
	{ head: m.document_amount, width: 18, value: ({ line }) => line.amount },
	{
		head: m.document_financing_status,
		width: 18,
		value: ({ line }, words) => words.funds(line.status)
	}
];
