import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { cellOf } from '../content/cells.ts';
import type { CellContent, Section, TableRowContent } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type {
	DocumentAction,
	DocumentAxis,
	DocumentObjective,
	PlanDocument
} from './plan-document.ts';

/** The plan on turned pages: one row an action under its axis and objective, and the total cost. */
export function planTableSection(document: PlanDocument, words: DocumentWords): Section {
	const { say, number } = words;
	const rows: TableRowContent[] = document.axes.flatMap((axis) => [
		{ kind: 'group', cells: [{ lines: [axisTitle(axis, words)], strong: true }] },
		...axis.objectives.flatMap((objective) =>
			objective.actions.map((entry) => ({
				kind: 'body' as const,
				cells: actionCells(entry, objective, words)
			}))
		)
	]);
	rows.push({
		kind: 'total',
		cells: [
			{ lines: [''] },
			{ lines: [''] },
			{ lines: [say(m.document_total)] },
			{ lines: [''] },
			{ lines: [''] },
			{ lines: [number(document.figures.total)] },
			{ lines: [''] },
			{ lines: [''] }
		]
	});
	return {
		landscape: true,
		blocks: [
			{ kind: 'heading', level: 1, text: say(m.document_action_plan) },
			{ kind: 'heading', level: 2, text: say(m.document_plan_table) },
			{
				kind: 'table',
				table: {
					caption: say(m.document_plan_table),
					columns: [
						{ head: say(m.plan_code), share: 6, align: 'start' },
						{ head: say(m.plan_strategic_objective), share: 14, align: 'start' },
						{ head: say(m.document_action), share: 20, align: 'start' },
						{ head: say(m.plan_responsible), share: 13, align: 'start' },
						{ head: say(m.document_partners), share: 17, align: 'start' },
						{ head: say(m.document_cost_column), share: 9, align: 'figure' },
						{ head: say(m.document_deadline), share: 9, align: 'start' },
						{ head: say(m.plan_indicator), share: 12, align: 'start' }
					],
					rows
				}
			}
		]
	};
}

/** «المحور 4: …», or the heading of the actions that have no axis. */
export function axisTitle(axis: DocumentAxis, words: DocumentWords): string {
	if (axis.number === null) return words.say(m.document_unplaced);
	const title = words.quoted(textIn(axis.title, words.locale) || words.say(m.document_missing));
	const number = words.number(axis.number);
	return m.document_axis_named({ number, title }, { locale: words.locale });
}

function actionCells(
	{ action }: DocumentAction,
	objective: DocumentObjective,
	words: DocumentWords
): CellContent[] {
	const { locale, number } = words;
	const orMissing = (lines: readonly string[]): CellContent => cellOf(lines, words);
	return [
		{ lines: [action.code], strong: true },
		orMissing([textIn(objective.title, locale)]),
		orMissing([textIn(action.title, locale)]),
		orMissing(action.responsible.map(({ name }) => name)),
		orMissing([words.list(action.partners.map((partner) => partner.name))]),
		orMissing(action.cost === null ? [] : [number(action.cost)]),
		orMissing([words.span(action.start, action.end) ?? '']),
		orMissing(action.indicators.map((indicator) => indicator.label))
	];
}
