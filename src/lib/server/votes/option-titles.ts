import { isBlank, LOCALES, type LocalizedText } from '../../domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * What is voted on, as the vote records it: a cluster that has no name gets one that can be read wherever the vote
 * is told, numbered where there are several. It holds none of its notes' words, which their author may have
 * erased, and a record is never changed.
 */
export function withTitles<Option extends { readonly title: LocalizedText }>(
	options: readonly Option[]
): Option[] {
	const nameless = options.filter(({ title }) => isBlank(title));
	return options.map((option) => {
		const place = nameless.indexOf(option);
		return place < 0 ? option : { ...option, title: titleAt(place, nameless.length) };
	});
}

function titleAt(place: number, count: number): LocalizedText {
	return Object.fromEntries(
		LOCALES.map((locale) => [
			locale,
			count === 1
				? m.clusters_untitled({}, { locale })
				: m.votes_untitled_of({ number: place + 1 }, { locale })
		])
	);
}
