import type { ClientInit } from '@sveltejs/kit';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

/**
 * A page keeps the language that it came in: choosing another one loads it anew. So the cookie is read once,
 * not for each word on the page, which costs a long list a tenth of its time.
 */
export const init: ClientInit = () => {
	const locale = getLocale();
	overwriteGetLocale(() => locale);
};
