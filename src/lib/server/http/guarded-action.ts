import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { DomainError, isDomainError } from '../../domain/errors.ts';
import { toldError, type ToldError } from '../../words/error-message.ts';
import { BODY_LIMITS } from './body-limits.ts';
import { HTTP_STATUS } from './http-status.ts';
import { readForm } from './read-form.ts';

/** What a failed form gets back: the error, and everything that was typed (files and passwords excepted). */
export interface FormFailure {
	readonly error: ToldError;
	readonly values: Record<string, string>;
}

/**
 * A form action that gets the parsed form, of at most `most` bytes; more than `BODY_LIMITS.fields` is read of
 * those signed in only. A DomainError comes back to the page with its status and with the values that were
 * typed, so that nothing is lost.
 */
export function guardedAction<Event extends RequestEvent, Result>(
	action: (event: Event, form: FormData) => Promise<Result>,
	{ most = BODY_LIMITS.fields }: { readonly most?: number } = {}
): (event: Event) => Promise<Result | ActionFailure<FormFailure>> {
	return async (event) => {
		let form = new FormData();
		try {
			form = await formOf(event, most);
			return await action(event, form);
		} catch (thrown) {
			if (!isDomainError(thrown)) throw thrown;
			return fail(HTTP_STATUS[thrown.code], {
				error: toldError(thrown),
				values: typedValues(form)
			});
		}
	};
}

async function formOf({ request, locals }: RequestEvent, most: number): Promise<FormData> {
	const signedOut = most > BODY_LIMITS.fields && !locals.account;
	try {
		return await readForm(request, signedOut ? BODY_LIMITS.fields : most);
	} catch (thrown) {
		if (signedOut && isDomainError(thrown) && thrown.code === 'message_too_large')
			throw new DomainError('not_signed_in');
		throw thrown;
	}
}

function typedValues(form: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string' && !name.toLowerCase().includes('password')) values[name] = value;
	return values;
}
