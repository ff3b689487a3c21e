import type { ToldError } from '#lib/words/error-message.ts';

/** What a guarded action gives back of a form that was refused. */
export interface RefusedForm {
	readonly error: ToldError;
	readonly values: Readonly<Record<string, string>>;
}

/** A page's `form`, from whichever of its actions: the refusal when it was one. */
export function refusal(form: unknown): RefusedForm | undefined {
	return typeof form === 'object' && form !== null && 'error' in form
		? (form as RefusedForm)
		: undefined;
}

/** The message for one field, or undefined when the refusal is about something else. */
export function fieldError(refused: RefusedForm | undefined, field: string): string | undefined {
	if (refused?.error.details.field !== field) return undefined;
	return refused.error.message;
}

/** The message of a refusal that none of `fields` shows. */
export function formError(
	refused: RefusedForm | undefined,
	fields: readonly string[] = []
): string | undefined {
	if (!refused || fields.includes(String(refused.error.details.field))) return undefined;
	return refused.error.message;
}
