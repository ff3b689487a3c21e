import { error, redirect } from '@sveltejs/kit';
import { isLocale } from '#lib/domain/locale.ts';
import { backPath } from '#lib/server/http/back-path.ts';
import type { RequestHandler } from './$types.js';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers the chosen `language` on this device and leads to `back`. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
	const form = await request.formData();
	const language = form.get('language');
	if (!isLocale(language))
		error(400, { message: 'invalid_input', code: 'invalid_input', details: {} });
	// readable by script, since the pages' own code picks its messages by it
	cookies.set('tachawor_language', language, {
		path: '/',
		maxAge: ONE_YEAR,
		sameSite: 'lax',
		httpOnly: false,
		secure: locals.secure
	});
	redirect(303, backPath(form.get('back')));
};
