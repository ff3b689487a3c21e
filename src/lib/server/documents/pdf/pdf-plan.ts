import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locale } from '#lib/domain/text/locale.ts';
import { drawableText } from './drawable-text.ts';
import { documentFonts } from '../content/document-fonts.ts';
import { PALETTE } from '../content/document-palette.ts';
import { planDocumentContent } from '../plan/plan-document-content.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { STAR_TILE } from './star-tile.ts';
import { logoPath, typstContent } from './typst-content.ts';
import { compileTypst } from './typst-compiler.ts';

/**
 * The plan as a tagged PDF for printing and sending, with the same content as the Word document. Throws
 * `document_failed` when it cannot be made.
 */
export function pdfPlan(document: PlanDocument, locale: Locale): Uint8Array {
	const content = planDocumentContent(document, locale);
	const files = content.cover.organisers.flatMap(({ logo }, index) =>
		logo ? [{ path: logoPath(index, logo.kind), bytes: logo.bytes }] : []
	);
	const colours = Object.fromEntries(
		Object.entries(PALETTE).map(([name, digits]) => [name, `#${digits}`])
	);
	return compileTypst({
		template: readFileSync(templateFile(), 'utf8'),
		inputs: {
			content: JSON.stringify(typstContent(content), drawable),
			colours: JSON.stringify(colours),
			star: STAR_TILE
		},
		files,
		fonts: Object.values(documentFonts())
	});
}

/** The template, found through the package as the worker is, whatever runs this. */
function templateFile(): string {
	return createRequire(import.meta.url).resolve('#lib/server/documents/pdf/plan.typ');
}

function drawable(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? drawableText(value) : value;
}
