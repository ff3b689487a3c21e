import type { FormResult } from '#lib/features/forms/form-result.ts';

/** The three languages of `name` as they were typed, else as they are saved. */
export function typedText(
	form: FormResult | null,
	name: string,
	saved: Partial<Record<string, string>>
): Partial<Record<string, string>> {
	const { values } = form ?? {};
	if (!values) return { ...saved };
	return {
		ar: values[`${name}.ar`] ?? '',
		fr: values[`${name}.fr`] ?? '',
		en: values[`${name}.en`] ?? ''
	};
}
