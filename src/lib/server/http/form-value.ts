import { isBlank, type LocalizedText } from '../../domain/text/locale.ts';
import { rowKeys, textField, wholeNumberField } from './form-fields.ts';

/** As much of a valibot schema as says how its value stands in a form. */
interface Shape {
	readonly type: string;
	readonly entries?: Readonly<Record<string, Shape>>;
	readonly item?: Shape;
	readonly wrapped?: Shape;
	/** Of a choice between objects: the field that tells them apart, and the objects. */
	readonly key?: string;
	readonly options?: readonly unknown[];
	readonly literal?: unknown;
}

/**
 * What a form holds for a schema, for the schema to check: an object's fields are sent as
 * `<name>.<field>`, a list's rows as `<name>.<key>.<field>` in the order of the form, whole numbers and
 * choices as their text. Of several objects it is the one that the form names. What may be null is null unless the form has the field `<name>` itself, a ticked
 * box; what may be left out is, where the form has no such field. A row that was just added (it has
 * `<key>.new`) goes while nothing is written in it. Throws `invalid_input` (details: field) and
 * `too_many_items`.
 */
export function formValue(schema: Shape, form: FormData, name: string): unknown {
	switch (schema.type) {
		case 'object':
			return Object.fromEntries(
				Object.entries(schema.entries ?? {}).map(([field, of]) => [
					field,
					formValue(of, form, `${name}.${field}`)
				])
			);
		case 'array':
			return rowKeys(form, name).flatMap((key) => {
				const at = `${name}.${key}`;
				const row = schema.item && formValue(schema.item, form, at);
				return form.has(`${at}.new`) && isUnwritten(row) ? [] : [row];
			});
		case 'variant': {
			const { key = '', options = [] } = schema;
			const named = textField(form, `${name}.${key}`);
			const objects = options as readonly Shape[];
			const option = objects.find(({ entries }) => entries?.[key]?.literal === named);
			return option ? formValue(option, form, name) : { [key]: named };
		}
		case 'nullable':
			return schema.wrapped && form.has(name) ? formValue(schema.wrapped, form, name) : null;
		case 'optional':
		case 'nullish':
			return schema.wrapped && (schema.wrapped.type === 'nullable' || isSent(form, name))
				? formValue(schema.wrapped, form, name)
				: undefined;
		case 'number':
			return wholeNumberField(form, name);
		default:
			return textField(form, name);
	}
}

function isSent(form: FormData, name: string): boolean {
	return [...form.keys()].some((key) => key === name || key.startsWith(`${name}.`));
}

/** True while none of a row's texts in several languages holds anything. */
function isUnwritten(row: unknown): boolean {
	return Object.values(row ?? {}).every(
		(value: unknown) =>
			typeof value !== 'object' || value === null || isBlank(value as LocalizedText)
	);
}
