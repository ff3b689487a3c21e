import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';

/** What a step's page may get back from its form: what went wrong and what was typed. */
export interface FormResult {
	readonly error?: { readonly code: ErrorCode; readonly details: ErrorDetails };
	readonly values?: Readonly<Record<string, string>>;
}

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
