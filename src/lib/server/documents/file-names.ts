import type { DocumentFormat } from '#lib/domain/documents/documents.ts';
import { textIn, type Locale, type LocalizedText } from '#lib/domain/text/locale.ts';
import { dayOf } from '#lib/domain/text/workshop-clock.ts';
import { timeNow } from '../time/clock.ts';

const SLUG_LENGTH = 60;
/** Letters that are two in ASCII and are not taken apart by Unicode. */
const IN_ASCII: Readonly<Record<string, string>> = {
	...{ œ: 'oe', æ: 'ae', ß: 'ss' },
	...{ Œ: 'OE', Æ: 'AE' }
};

/**
 * `plan-<title>-<date>.docx`: what it is of, the title in the document's language with hyphens for spaces, cut at a word
 * to 60 characters, without what a file system refuses; the date is the workshop's, or the day of `now` (epoch milliseconds).
 */
export function documentFileName(
	of: string,
	title: LocalizedText,
	date: string | null,
	locale: Locale,
	ending: DocumentFormat,
	now = timeNow()
): string {
	const day = date ?? dayOf(now);
	const slug = slugOf(textIn(title, locale));
	return `${[of, slug, day].filter((part) => part !== '').join('-')}.${ending}`;
}

/**
 * The header that makes a browser save a file under its name: RFC 5987 for names in any script, and a
 * plain name in ASCII for old programs.
 */
export function contentDisposition(fileName: string): string {
	const ending = fileName.slice(fileName.lastIndexOf('.'));
	const plain = fileName
		.slice(0, -ending.length)
		.replace(/[œæßŒÆ]/g, (letter) => IN_ASCII[letter] ?? '')
		.normalize('NFD')
		.replace(/[^A-Za-z0-9-]/g, '')
		.replace(/-+/g, '-')
		.replace(/^-|-$/g, '');
	const encoded = encodeURIComponent(fileName).replace(
		/['()*!]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain || 'document'}${ending}"; filename*=UTF-8''${encoded}`;
}

/** Letters and digits of any script joined by hyphens. */
function slugOf(title: string): string {
	const words = title
		.normalize('NFC')
		.replace(/['’]/g, '-')
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter((word) => word !== '');
	let slug = '';
	for (const word of words) {
		const longer = slug === '' ? word : `${slug}-${word}`;
		if (longer.length > SLUG_LENGTH) break;
		slug = longer;
	}
	return slug;
}
