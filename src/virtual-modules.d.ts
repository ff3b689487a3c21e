declare module 'virtual:message-files' {
	import type { Locale } from '#lib/domain/text/locale.ts';

	/**
	 * The path of the words of a page in a language, by its route's id (null where none matches); undefined where each
	 * message comes with its page, as on the development server. Made by scripts/building/messages-by-page.ts.
	 */
	export function messageFile(routeId: string | null, locale: Locale): string | undefined;

	/** The languages in which a page needs its words: its own, or all where it shows or writes some in each. */
	export function pageLanguages(routeId: string | null, own: Locale): readonly Locale[];
}
