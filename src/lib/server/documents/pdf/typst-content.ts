import { directionOf } from '#lib/domain/text/locale.ts';
import { withOwnBullets } from '#lib/domain/text/lists/own-bullets.ts';
import { steadyText } from '#lib/domain/text/direction/steady-text.ts';
import type {
	Block,
	CellContent,
	DocumentContent,
	Field,
	TableContent
} from '../content/document-content.ts';
import { FONT_FAMILIES } from '../content/document-fonts.ts';
import { keptWhole } from '../content/kept-whole.ts';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';

/** In the order in which they are asked for a letter: some have each other's digits and bullets. */
const FAMILIES = (['latin', 'arabic', 'tifinagh', 'emoji', 'symbols'] as const).map(
	(script) => FONT_FAMILIES[script]
);

/** A text that follows the page, or one with a direction of its own. */
export type TypstLine = string | { readonly text: string; readonly rtl: boolean };

/**
 * The content as the Typst template reads it: plain data, every text with its direction settled. Logos
 * stand in files of their own, named here.
 */
export function typstContent(content: DocumentContent) {
	const page = directionOf(content.locale);
	const rtl = page === 'rtl';

	// Names of fields and statuses come again with each action.
	const lines = new Map<string, TypstLine>();
	function line(text: string): TypstLine {
		const known = lines.get(text);
		if (known !== undefined) return known;
		const direction = writingDirection(text, page);
		const steady = steadyText(withOwnBullets(text), direction);
		const made = direction === page ? steady : { text: steady, rtl: direction === 'rtl' };
		lines.set(text, made);
		return made;
	}
	const cell = ({ lines, ...rest }: CellContent) => ({ ...rest, lines: lines.map(line) });
	const field = ({ label, value }: Field) => ({
		label: line(label),
		value: cell(value)
	});
	const table = ({ columns, rows }: TableContent) => ({
		columns: columns.map((column) => ({ ...column, head: line(column.head) })),
		rows: rows.map(({ kind, cells }) => ({ kind, cells: cells.map(cell) }))
	});

	function block(source: Block) {
		switch (source.kind) {
			case 'heading': {
				const { kind, level, code = null } = source;
				return { kind, level, code, text: line(source.text) };
			}
			case 'contents':
				return { ...source, title: line(source.title) };
			case 'paragraph':
				return { ...source, text: line(source.text) };
			case 'list':
				return { ...source, items: source.items.map(line) };
			case 'quotation':
				return {
					...source,
					text: line(source.text),
					source: source.source === null ? null : line(source.source)
				};
			case 'figures':
				return {
					...source,
					figures: source.figures.map(({ value, label }) => ({
						value: line(value),
						label: line(label)
					}))
				};
			case 'table':
				return { kind: source.kind, table: table(source.table) };
			case 'fields':
				return { kind: source.kind, fields: source.fields.map(field) };
			case 'marks':
				return {
					kind: source.kind,
					marks: source.marks.map(({ text, warm }) => ({ text: line(text), warm }))
				};
			case 'steps':
				return source;
			case 'chart': {
				const { chart } = source;
				return {
					kind: source.kind,
					caption: line(chart.caption),
					bars: chart.bars.map(({ label, share, value }) => ({
						label: line(label),
						share,
						value
					})),
					table: table(chart.table)
				};
			}
			case 'signatures':
				return {
					kind: source.kind,
					places: source.places.map(({ role, hint }) => ({ role: line(role), hint: line(hint) }))
				};
		}
	}

	/** A heading and what stands on one page with it are one block. */
	function withKept(blocks: readonly Block[]) {
		return blocks.flatMap((source, at) => {
			const before = blocks[at - 1];
			if (before && keptWhole(blocks, at))
				return { kind: 'kept' as const, blocks: [block(before), block(source)] };
			return keptWhole(blocks, at + 1) ? [] : block(source);
		});
	}

	const { cover } = content;
	return {
		rtl,
		lang: content.locale,
		size: rtl ? 10.6 : 9.8,
		leading: rtl ? 0.95 : 0.75,
		fonts: FAMILIES,
		title: cover.title,
		authors: cover.organisers.map((organiser) => organiser.name),
		description: content.watermark ?? cover.workshop,
		bodies: line(content.bodies),
		watermark: content.watermark,
		cover: {
			kingdom: cover.kingdom,
			region: line(cover.region),
			organisers: cover.organisers.map((organiser, index) => ({
				name: line(organiser.name),
				alt: organiser.name,
				role: organiser.role,
				logo: organiser.logo ? logoPath(index, organiser.logo.kind) : null
			})),
			title: line(cover.title),
			workshop: line(cover.workshop),
			programme: line(cover.programme),
			venue: line(cover.venue),
			date: cover.date,
			version: cover.version,
			'version-date': cover.versionDate,
			warning: cover.warning
		},
		sections: content.sections.map(({ landscape, blocks }) => ({
			landscape,
			blocks: withKept(blocks)
		}))
	};
}

export type TypstContent = ReturnType<typeof typstContent>;

/** Where the template finds the logo of an organiser. */
export function logoPath(index: number, kind: 'png' | 'jpg'): string {
	return `/logo-${index}.${kind}`;
}
