import { messageFile } from 'virtual:message-files';
import { browser } from '$app/environment';
import { takeMessages } from '#lib/words/page-messages.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { LayoutLoad } from './$types';

/** A page is drawn in the browser once its words are there. */
export const load: LayoutLoad = async ({ route }) => {
	const file = browser ? messageFile(route.id, getLocale()) : undefined;
	if (file !== undefined) await takeMessages(file);
};
