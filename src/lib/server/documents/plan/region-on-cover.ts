import { LOCALES, type LocalizedText } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** A region's name with the word for it, as covers show it: جهة فاس مكناس, Région Fès-Meknès. */
export function regionOnCover(name: LocalizedText): LocalizedText {
	return Object.fromEntries(
		LOCALES.flatMap((locale) => {
			const given = name[locale]?.trim();
			if (!given) return [];
			const word = m.export_region_named({ name: '' }, { locale }).trim();
			if (given.toLowerCase().includes(word.toLowerCase())) return [[locale, given]];
			const joined = locale === 'fr' ? given.replace(/^L(['’])/, 'de l$1') : given;
			return [[locale, m.export_region_named({ name: joined }, { locale })]];
		})
	);
}
