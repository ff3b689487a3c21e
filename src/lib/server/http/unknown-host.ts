import { directionOf, LOCALES } from '../../domain/text/locale.ts';
import { m } from '../../paraglide/messages.js';

/**
 * The page for who asked by a name that is none of this installation's, in all languages, since nobody knows
 * which is theirs. `address` is one of ours; nothing of the request stands in it.
 */
export function unknownHostPage(address: string | undefined): string {
	const link = escaped(address ?? '');
	const words = LOCALES.map((locale) => {
		const text = escaped(m.common_unknown_host({}, { locale }));
		return `<p lang="${locale}" dir="${directionOf(locale)}">${text}</p>`;
	});
	return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>421</title></head>
<body>${words.join('')}<p dir="ltr"><a href="${link}">${link}</a></p></body></html>
`;
}

function escaped(text: string): string {
	return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
