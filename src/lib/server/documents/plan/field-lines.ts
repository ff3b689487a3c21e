import {
	ACTION_FIELDS,
	FIELD_KEYS,
	type FieldKey,
	type ListName
} from '#lib/domain/plan/action-fields.ts';
import { availability } from '#lib/domain/plan/action-money.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import type { Part, RowColumns } from '#lib/domain/plan/field-parts.ts';
import { isMissing } from '#lib/domain/plan/part-value.ts';
import { formatMonth } from '#lib/domain/text/format.ts';
import { linesOf } from '#lib/domain/text/line-breaks.ts';
import { m } from '#lib/paraglide/messages.js';
import { CHOICE_WORDS, PART_WORDS, type Word } from '#lib/words/plan-words.ts';
import type { DocumentWords } from '../content/document-words.ts';

/** Fields that a sheet draws in another way: in its head, as tables, or as what the action grew from. */
const DRAWN: ReadonlySet<FieldKey> = new Set([
	...(['code', 'axis', 'strategic_objective', 'title', 'priority', 'quick_win', 'status'] as const),
	...(['financing', 'indicators', 'risks', 'provenance'] as const)
]);

/** The fields of an action that stand in its sheet as a name and lines, in the order of the form. */
export const LINE_FIELDS = FIELD_KEYS.filter((key) => !DRAWN.has(key));

/** What a field says in a document, line by line; none where nobody filled it. */
export function fieldLines(action: Action, key: FieldKey, words: DocumentWords): string[] {
	if (key === 'schedule') return [words.span(action.start, action.end, true) ?? ''].filter(Boolean);
	if (key === 'partners') return partnerLines(action, words);
	if (key === 'available') return availableLines(action, words);
	const parts = Object.entries<Part>(ACTION_FIELDS[key].parts);
	return parts.flatMap(([name, part]) => {
		const value: unknown = Reflect.get(action, name);
		if (isMissing(part, value)) return [];
		const lines = partLines(name, part, value, words);
		const label = (PART_WORDS as Readonly<Record<string, Word | undefined>>)[name];
		return label && parts.length > 1
			? [m.document_colon({ label: words.say(label), value: lines.join(' ') }, words)]
			: lines;
	});
}

/** What a part says, line by line: a row of a list is one, with what it says besides its first column. */
export function partLines(
	name: string,
	part: Part,
	value: unknown,
	words: DocumentWords
): string[] {
	if (isMissing(part, value)) return [];
	switch (part.kind) {
		case 'rows':
			return (value as readonly object[]).map((row) =>
				rowWords(name as ListName, part.columns, row, words)
			);
		case 'tags':
			return [words.list((value as readonly string[]).map((tag) => choiceWord(name, tag, words)))];
		case 'choice':
			return [choiceWord(name, value as string, words)];
		case 'number':
			return [numberWords(part.unit, value as number, words)];
		case 'month':
			return [formatMonth(value as string, words.locale)];
		case 'flag':
			return [words.say(m.document_yes)];
		case 'line':
			return [value as string];
		case 'text':
			return linesOf(value as string);
		case 'localized':
		case 'reference':
		case 'references':
			return [];
	}
}

/** The columns of a row beside each other; what nobody filled is left out. */
function rowWords(list: ListName, columns: RowColumns, row: object, words: DocumentWords): string {
	return Object.entries(columns)
		.flatMap(([column, part]) => {
			const value: unknown = Reflect.get(row, column);
			if (list === 'contributions' && column === 'year' && value === null)
				return [words.say(m.plan_contribution_rest)];
			return partLines(`${list}.${column}`, part, value, words).join(' ');
		})
		.filter((word) => word !== '')
		.join(' · ');
}

function choiceWord(name: string, value: string, words: DocumentWords): string {
	const word = CHOICE_WORDS[name]?.[value];
	return word ? words.say(word) : value;
}

function numberWords(unit: string, value: number, words: DocumentWords): string {
	if (unit === 'dirham') return words.money(value);
	if (unit === 'percent') return words.share(value, 100);
	return unit === 'year' ? String(value) : words.number(value);
}

/** One line a partner where something is committed, all in one line otherwise. */
function partnerLines({ partners }: Action, words: DocumentWords): string[] {
	if (partners.every(({ commitment }) => commitment === '')) {
		return [words.list(partners.map(({ name }) => name))].filter(Boolean);
	}
	return partners.map(({ name, commitment }) =>
		commitment
			? m.document_colon({ label: words.quoted(name), value: words.quoted(commitment) }, words)
			: name
	);
}

function availableLines(action: Action, words: DocumentWords): string[] {
	const there = action.financing.length > 0 ? availability(action) : undefined;
	if (!there) return [];
	const { available, toMobilise } = there;
	const amounts = { available: words.money(available), missing: words.money(toMobilise) };
	return [m.plan_available(amounts, words)];
}
