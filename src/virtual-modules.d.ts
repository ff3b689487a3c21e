declare module 'virtual:message-files' {
	import type { Locale } from '#lib/domain/text/locale.ts';

	/**
	 * The path of the words that a browser needs for a page, by its route's id (null where none matches); undefined
	 * where each message comes with its page, as on the development server. Made by
	 * scripts/building/messages-by-page.ts.
	 */
	export function messageFile(routeId: string | null, locale: Locale): string | undefined;
}
