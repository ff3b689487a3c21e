import { messageFile, pageLanguages } from 'virtual:message-files';
import { browser } from '$app/environment';
import { getLocale } from '#lib/paraglide/runtime.js';
import { takeMessages } from '#lib/words/page-messages.ts';
import type { LayoutLoad } from './$types';

/** A page is drawn in the browser once its words are there. */
export const load: LayoutLoad = async ({ route }) => {
	if (!browser) return;
	const taking = pageLanguages(route.id, getLocale()).map(async (locale) => {
		const file = messageFile(route.id, locale);
		if (file !== undefined) await takeMessages(file, locale);
	});
	await Promise.all(taking);
};
