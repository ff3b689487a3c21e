import { isLocale } from '#lib/domain/text/locale.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** What the documents hold now, and the language that they are asked for in. */
export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals);
	const language = url.searchParams.get('language');
	return {
		overview: await locals.app.documents.overview(account, params.workshop),
		language: isLocale(language) ? language : locals.locale
	};
});
