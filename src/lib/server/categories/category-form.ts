import { isBlank } from '../../domain/text/locale.ts';
import { localizedField, rowKeys, textField, wholeNumberField } from '../http/form-fields.ts';
import type { CategoryDraft } from './category.service.ts';

/** What the step of the categories saves: the list, and the workshop's floor of anonymity where it is sent. */
export function readCategoriesStep(form: FormData): {
	readonly drafts: readonly CategoryDraft[];
	readonly floor: number | undefined;
} {
	return {
		drafts: readCategories(form),
		floor: form.has('anonymityFloor') ? wholeNumberField(form, 'anonymityFloor') : undefined
	};
}

/** The rows of the list of categories; a new row that was left empty is no row. */
function readCategories(form: FormData): CategoryDraft[] {
	return rowKeys(form, 'category').flatMap((key) => {
		const at = `category.${key}`;
		const id = textField(form, `${at}.id`) || undefined;
		const name = localizedField(form, `${at}.name`);
		if (id === undefined && isBlank(name)) return [];
		const expected = wholeNumberField(form, `${at}.expected`, { unit: 'people' });
		return [{ ...(id && { id }), name, expected, observing: form.has(`${at}.observing`) }];
	});
}
