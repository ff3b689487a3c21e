import type { Language } from './catalogue-problems.ts';

/** A word that stood for something that has another one, and may not come back. */
export interface RetiredTerm {
	/** As it may stand in a text. */
	readonly found: RegExp;
	/** What is said in its place, after the glossary. */
	readonly instead: string;
	/** Keys of messages in which it is another thing's word. */
	readonly except?: RegExp;
}

/**
 * One term a thing in each language. Address: Arabic speaks to one person in the masculine as forms do, and to
 * the hall in the plural; French says "vous". Gender: the plain masculine, without doublings and dots.
 */
export const RETIRED_TERMS: Readonly<Record<Language, readonly RetiredTerm[]>> = {
	ar: [
		{ found: /الهيئة/u, instead: 'المؤسسة' },
		{ found: /(?:اسم|الاسم) (?:أو|و) ?الجهة/u, instead: 'المؤسسة' },
		{ found: /متوقع/u, instead: 'المنتظرون', except: /^error_/ },
		{ found: /تنزيل (?:CSV|Word|PDF|الملف|ملف)/u, instead: 'تحميل' },
		{ found: /إعداد (?:ال)?ورشة|مراحل الإعداد/u, instead: 'التحضير' },
		{ found: /شاشة القاعة|الشاشة الكبرى/u, instead: 'شاشة العرض' },
		{ found: /(?:بلا|(?<!ب)دون|بغير) اسم(?!ك)|غير مسم/u, instead: 'بدون اسم' },
		{ found: /عدد من صوّت|من أصل \{count\}/u, instead: 'صوّت {n} من {m}' },
		{ found: /ما المحفوظ/u, instead: 'ما الذي بقي محفوظاً؟' },
		{ found: /والمشاركات|والميسّرات|والمصوّتات|\(ة\)|\/ة/u, instead: 'المذكر وحده' },
		{ found: /عنقود/u, instead: 'مجموعة' },
		{ found: /قائمة الحضور/u, instead: 'لائحة الحضور' },
		{ found: /حوكمة/u, instead: 'حكامة' },
		{
			found: /(?:مايو|يوليو|أغسطس|سبتمبر|نوفمبر|ديسمبر)/u,
			instead: 'ماي، يوليوز، غشت، شتنبر، نونبر، دجنبر'
		}
	],
	fr: [
		{ found: /\banimat(?:ion|eur|rice)/iu, instead: 'facilitation, facilitateur' },
		{ found: /écran de (?:la )?salle|grand écran/iu, instead: 'écran de projection' },
		{ found: /\bapplicable/iu, instead: 'opérationnel' },
		{ found: /\borganismes?\b/iu, instead: 'organisation' },
		{ found: /·e|\(e\)|\(s\)/u, instead: 'le masculin seul' },
		{ found: /\bdownload/iu, instead: 'télécharger' }
	],
	en: [
		{ found: /hall’s screen/iu, instead: 'screen' },
		{ found: /sticky note|post-it/iu, instead: 'note' }
	]
};

/** Texts that a key has in all catalogues: two actions that may stand side by side differ. */
export const FIXED_TERMS: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
	common_undo: { fr: 'Annuler l’action', ar: 'تراجع' },
	common_cancel: { fr: 'Annuler', ar: 'إلغاء' },
	common_download: { fr: 'Télécharger', ar: 'تحميل' },
	error_page_safe: { ar: 'ما الذي بقي محفوظاً؟' }
};

/** What stands in a text under `key` that may not, each as what to say instead. */
export function retiredIn(language: Language, key: string, texts: readonly string[]): string[] {
	const retired = RETIRED_TERMS[language].flatMap(({ found, instead, except }) => {
		const [word] = texts.flatMap((text) => found.exec(text)?.[0] ?? []);
		return word === undefined || except?.test(key) ? [] : [`says “${word}”; say ${instead}`];
	});
	const fixed = FIXED_TERMS[key]?.[language];
	const differs = fixed !== undefined && texts.some((text) => text !== fixed);
	return differs ? [...retired, `has to be “${fixed}”`] : retired;
}
