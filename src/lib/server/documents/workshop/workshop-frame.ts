import { formatDate } from '#lib/domain/text/format.ts';
import { textIn, type LocalizedText } from '#lib/domain/text/locale.ts';
import type { OrganiserRole } from '#lib/domain/workshops/workshop.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Picture } from '../../files/picture.ts';
import type { Cover, CoverLogo, DocumentContent, Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';

/** What the cover and the feet of every document of a workshop say of it. */
export interface DocumentWorkshop {
	readonly title: LocalizedText;
	readonly programme: LocalizedText;
	/** YYYY-MM-DD. */
	readonly date: string | null;
	readonly venue: LocalizedText;
	/** The region's name as it stands on a cover (جهة فاس مكناس), or null. */
	readonly region: LocalizedText | null;
	readonly organisers: readonly DocumentOrganiser[];
	/** True for the shipped example: its watermark stands on every page. */
	readonly example: boolean;
}

export interface DocumentOrganiser {
	readonly name: string;
	readonly role: OrganiserRole;
	readonly logo: Picture | null;
}

/** What a document says on its cover of itself. */
export interface CoverOfDocument {
	readonly title: string;
	/** Draft or complete. */
	readonly version: string;
	/** Epoch milliseconds. */
	readonly generatedAt: number;
	readonly warning: string | null;
}

/** The cover of a document of a workshop. */
export function workshopCover(
	workshop: DocumentWorkshop,
	words: DocumentWords,
	{ title, version, generatedAt, warning }: CoverOfDocument
): Cover {
	const { locale, say } = words;
	return {
		kingdom: say(m.document_kingdom),
		organisers: workshop.organisers.map(({ name, role, logo }) => ({
			name,
			role: words.role(role),
			logo: logo && logoOf(logo)
		})),
		region: workshop.region ? textIn(workshop.region, locale) : '',
		title,
		workshop: textIn(workshop.title, locale),
		programme: textIn(workshop.programme, locale),
		venue: textIn(workshop.venue, locale),
		date: workshop.date ? formatDate(workshop.date, locale, true) : say(m.document_missing_date),
		version,
		versionDate: m.document_version_of({ date: words.dateOf(generatedAt) }, { locale }),
		warning
	};
}

/** What stands at the foot of every page: the bodies, and the mark of illustrative data. */
export function workshopFrame(
	{ example, organisers }: DocumentWorkshop,
	words: DocumentWords
): Pick<DocumentContent, 'watermark' | 'bodies'> {
	return {
		watermark: example ? words.say(m.document_watermark) : null,
		bodies: organisers.map(({ name }) => name).join(' · ')
	};
}

/** The contents on pages of their own. */
export function contentsSection(words: DocumentWords): Section {
	return {
		landscape: false,
		blocks: [{ kind: 'contents', title: words.say(m.document_contents) }]
	};
}

function logoOf({ bytes, mediaType, width, height }: Picture): CoverLogo {
	return { bytes, kind: mediaType === 'image/png' ? 'png' : 'jpg', width, height };
}
