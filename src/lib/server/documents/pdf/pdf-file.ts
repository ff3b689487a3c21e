import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { formatNumber } from '#lib/domain/text/format.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { drawableText, type DrawableText } from './drawable-text.ts';
import type { DocumentContent } from '../content/document-content.ts';
import { documentFonts } from '../content/document-fonts.ts';
import { PALETTE } from '../content/document-palette.ts';
import { STAR_TILE } from './star-tile.ts';
import { logoPath, typstContent } from './typst-content.ts';
import { compileTypst } from './typst-compiler.ts';

/**
 * A document as a tagged PDF for printing and sending, with the same content as the Word file. Rejects with
 * `document_failed` when it cannot be made.
 */
export async function pdfFile(content: DocumentContent): Promise<Uint8Array> {
	const files = content.cover.organisers.flatMap(({ logo }, index) =>
		logo ? [{ path: logoPath(index, logo.kind), bytes: logo.bytes }] : []
	);
	const colours = Object.fromEntries(
		Object.entries(PALETTE).map(([name, digits]) => [name, `#${digits}`])
	);
	let lost = 0;
	const known = new Map<string, DrawableText>();
	const drawn = JSON.stringify(typstContent(content), (_key, value: unknown) => {
		if (typeof value !== 'string') return value;
		const drawable = known.get(value) ?? drawableText(value);
		known.set(value, drawable);
		lost += drawable.lost;
		return drawable.text;
	});
	return compileTypst({
		template: readFileSync(templateFile(), 'utf8'),
		inputs: {
			content: drawn,
			lost: lost === 0 ? '' : lostNote(lost, content.locale),
			colours: JSON.stringify(colours),
			star: STAR_TILE
		},
		files,
		fonts: Object.values(documentFonts())
	});
}

/** The template, found through the package as the worker is, whatever runs this. */
function templateFile(): string {
	return createRequire(import.meta.url).resolve('#lib/server/documents/pdf/document.typ');
}

/** Nothing is lost silently: the cover says how many letters could not be drawn. */
function lostNote(count: number, locale: Locale): string {
	return m.document_signs_lost({ count: formatNumber(count, locale) }, { locale });
}
