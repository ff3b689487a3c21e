import { textIn } from '#lib/domain/text/locale.ts';
import type { Action, FinancingLine } from '#lib/domain/plan/action-plan.ts';
import {
	ACTION_FIELDS,
	FIELD_KEYS,
	REQUIRED_FIELDS,
	type FieldKey
} from '#lib/domain/plan/action-fields.ts';
import { availability } from '#lib/domain/plan/action-money.ts';
import type { Part } from '#lib/domain/plan/field-parts.ts';
import { m } from '#lib/paraglide/messages.js';
import { FIELD_WORDS, PART_WORDS, type Word } from '#lib/words/plan-words.ts';
import { monthsBetween, type DocumentWords } from '../content/document-words.ts';
import { partLines } from './field-lines.ts';
import type {
	DocumentAction,
	DocumentAxis,
	DocumentObjective,
	PlanDocument
} from './plan-document.ts';

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

/** A value after what it is called; '' where it is empty. */
const named = (label: Word, value: string, words: DocumentWords): string =>
	value && m.document_colon({ label: words.say(label), value }, words);

/** From where to where an indicator goes, in its unit; one end alone is named, and nothing is told of none. */
function span(
	{ baseline, target, unit }: Pick<Action['indicators'][number], 'baseline' | 'target' | 'unit'>,
	words: DocumentWords
): string {
	const ends =
		baseline && target
			? `${baseline} → ${target}`
			: named(m.plan_baseline, baseline, words) || named(m.plan_target, target, words);
	return [ends, unit].filter(Boolean).join(' ');
}

/** Fields whose columns are no plain parts of the action: where it stands, its span, what it grew from. */
const OWN_COLUMNS: Readonly<Partial<Record<FieldKey, readonly WorksheetColumn<PlanRow>[]>>> = {
	code: [{ head: FIELD_WORDS.code, width: 9, value: ({ entry }) => entry.action.code }],
	axis: [
		{
			head: FIELD_WORDS.axis,
			width: 28,
			value: ({ axis }, { locale }) => textIn(axis.title, locale)
		}
	],
	strategic_objective: [
		{
			head: FIELD_WORDS.strategic_objective,
			width: 30,
			value: ({ objective }, { locale }) => textIn(objective.title, locale)
		}
	],
	title: [
		{
			head: FIELD_WORDS.title,
			width: 42,
			value: ({ entry }, { locale }) => textIn(entry.action.title, locale)
		}
	],
	// Lines of financing have a sheet of their own.
	financing: [],
	available: [
		{
			head: m.document_available,
			width: 16,
			value: ({ entry }) => availability(entry.action)?.available ?? null
		},
		{
			head: m.document_not_secured,
			width: 16,
			value: ({ entry }) => availability(entry.action)?.toMobilise ?? null
		}
	],
	schedule: [
		{ head: m.plan_start, width: 12, value: ({ entry }) => entry.action.start },
		{ head: m.plan_end, width: 12, value: ({ entry }) => entry.action.end },
		{
			head: m.document_months,
			width: 10,
			value: ({ entry: { action } }) =>
				action.start && action.end && action.start <= action.end
					? monthsBetween(action.start, action.end)
					: null
		}
	],
	indicators: [
		{
			head: FIELD_WORDS.indicators,
			width: 48,
			value: ({ entry }, words) =>
				stacked(
					entry.action.indicators.map((indicator) =>
						beside([
							indicator.label,
							span(indicator, words),
							indicator.source,
							named(m.plan_periodicity, indicator.periodicity, words)
						])
					)
				)
		}
	],
	// Every action has one, the one that it begins with included.
	status: [
		{
			head: FIELD_WORDS.status,
			width: 16,
			value: ({ entry }, words) => words.status(entry.action.status)
		}
	],
	quick_win: [
		{
			head: FIELD_WORDS.quick_win,
			width: 12,
			value: ({ entry }, { say }) => say(entry.action.quickWin ? m.document_yes : m.document_no)
		}
	],
	priority: [
		{
			head: FIELD_WORDS.priority,
			width: 12,
			value: ({ entry: { action } }, words) => action.priority && words.priority(action.priority)
		}
	],
	provenance: [
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
		{ head: m.document_provenance_votes, width: 11, value: ({ entry }) => entry.provenance.score }
	]
};

/** How wide a column of each kind of part is, in characters. */
const WIDTHS: Readonly<Record<Part['kind'], number>> = {
	...{ line: 24, text: 44, localized: 42, choice: 16, flag: 12, number: 16, month: 12 },
	...{ tags: 28, reference: 12, references: 12, rows: 40 }
};

/** A column for each part of a field. Months are YYYY-MM so that they sort, and numbers are numbers. */
function columnsOf(key: FieldKey): WorksheetColumn<PlanRow>[] {
	return Object.entries<Part>(ACTION_FIELDS[key].parts).map(([name, part]) => ({
		head: (PART_WORDS as Readonly<Record<string, Word | undefined>>)[name] ?? FIELD_WORDS[key],
		width: WIDTHS[part.kind],
		value: ({ entry }, words) => {
			const value: unknown = Reflect.get(entry.action, name);
			if (part.kind === 'number') return value as number | null;
			if (['month', 'line', 'text'].includes(part.kind)) return value as string | null;
			// Isolates mean nothing in a cell, where some programs draw them.
			return stacked(partLines(name, part, value, words)).replace(/[\u2066-\u2069]/gu, '');
		}
	}));
}

/** Every field of the action sheet in the order of the form, one action a row. */
export const ACTION_COLUMNS: readonly WorksheetColumn<PlanRow>[] = [
	...FIELD_KEYS.flatMap((key) => OWN_COLUMNS[key] ?? columnsOf(key)),
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
	{ head: m.plan_code, width: 9, value: ({ entry }) => entry.action.code },
	{
		head: m.document_action,
		width: 50,
		value: ({ entry }, { locale }) => textIn(entry.action.title, locale)
	},
	{
		head: m.plan_axis,
		width: 34,
		value: ({ axis }, { locale }) => textIn(axis.title, locale)
	},
	{ head: m.plan_source, width: 50, value: ({ line }) => line.source },
	{ head: m.plan_amount, width: 18, value: ({ line }) => line.amount },
	{
		head: m.plan_fund_status,
		width: 18,
		value: ({ line }, words) => words.funds(line.status)
	}
];
