import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { isLocale } from '#lib/domain/text/locale.ts';
import { backPath } from '#lib/server/http/back-path.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { readForm } from '#lib/server/http/read-form.ts';
import type { RequestHandler } from './$types.js';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers the chosen `language` on this device and leads to `back`. */
export const POST: RequestHandler = guardedEndpoint(async ({ request, cookies, locals }) => {
	const form = await readForm(request, BODY_LIMITS.fields);
	const language = form.get('language');
	if (!isLocale(language)) throw new DomainError('invalid_input', { field: 'language' });
	// readable by script, since the pages' own code picks its messages by it
	cookies.set('tachawor_language', language, {
		path: '/',
		maxAge: ONE_YEAR,
		sameSite: 'lax',
		httpOnly: false,
		secure: locals.secure
	});
	redirect(303, backPath(form.get('back')));
});
