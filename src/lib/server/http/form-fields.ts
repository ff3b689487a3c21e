import * as v from 'valibot';
import { DomainError, tellingWhere } from '../../domain/errors.ts';
import type { NumberUnit } from '../../domain/text/numbers/around-number.ts';
import { LOCALES, type LocalizedText } from '../../domain/text/locale.ts';
import { requireWholeNumber } from '../../domain/text/numbers/whole-number.ts';

const Text = v.pipe(v.string(), v.maxLength(100_000));
/** Nothing that a form counts comes near it; what may be less is said where the number is used. */
const MOST = 999_999_999;

/** A field's text as it was typed, '' when the form has none. */
export function textField(form: FormData, name: string): string {
	return parsed(Text, form.get(name) ?? '', name);
}

/** A text in the three languages, sent as `name.ar`, `name.fr` and `name.en`. */
export function localizedField(form: FormData, name: string): LocalizedText {
	return Object.fromEntries(
		LOCALES.map((locale) => [locale, textField(form, `${name}.${locale}`)])
	);
}

/**
 * A whole number as people type them ({@link requireWholeNumber}, whose errors carry the field here); `empty` where
 * nothing was typed.
 */
export function wholeNumberField(
	form: FormData,
	name: string,
	{ unit = 'count', empty = 0 }: { readonly unit?: NumberUnit; readonly empty?: number } = {}
): number {
	const typed = textField(form, name);
	const read = tellingWhere({ field: name }, () => requireWholeNumber(typed, { unit, most: MOST }));
	return read ?? empty;
}

/** One of `choices`. */
export function choiceField<const Choice extends string>(
	form: FormData,
	name: string,
	choices: readonly Choice[]
): Choice {
	return parsed(v.picklist(choices), form.get(name), name);
}

/** The version of the workshop that the form was made from. */
export function versionField(form: FormData): number {
	return wholeNumberField(form, 'version', { empty: -1 });
}

/** Most rows of a list in one form, far above what any list may hold; each is looked up in the whole form. */
const MOST_ROWS = 500;

/**
 * The keys of the rows of a list sent as `<list>.<key>.<field>`, in the order of the form. Throws
 * `too_many_items` (details: limit).
 */
export function rowKeys(form: FormData, list: string): string[] {
	const keys = new Set<string>();
	for (const name of form.keys()) {
		const [key] = name.startsWith(`${list}.`) ? name.slice(list.length + 1).split('.') : [];
		if (key !== undefined && /^\w{1,40}$/.test(key)) keys.add(key);
		if (keys.size > MOST_ROWS) throw new DomainError('too_many_items', { limit: MOST_ROWS });
	}
	return [...keys];
}

function parsed<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
	field: string
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, value);
	if (!result.success) throw new DomainError('invalid_input', { field });
	return result.output;
}
