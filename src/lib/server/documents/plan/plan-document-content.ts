import { textIn, type Locale } from '#lib/domain/text/locale.ts';
import { formatDate } from '#lib/domain/text/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { actionSheet } from './action-sheet.ts';
import type { Picture } from '../../files/picture.ts';
import type { Cover, CoverLogo, DocumentContent, Section } from '../content/document-content.ts';
import { documentWords, type DocumentWords } from '../content/document-words.ts';
import { financingSection } from './financing-section.ts';
import { actionsOf, type PlanDocument } from './plan-document.ts';
import { summarySection } from './summary-section.ts';
import { axisTitle, planTableSection } from './plan-table-section.ts';
import { participantsSection, prioritiesSection } from './workshop-sections.ts';

/** The whole document of the plan in one language, ready for any writer. */
export function planDocumentContent(document: PlanDocument, locale: Locale): DocumentContent {
	const words = documentWords(locale);
	return {
		locale,
		cover: cover(document, words),
		contentsTitle: words.say(m.document_contents),
		sections: [
			summarySection(document, words),
			participantsSection(document, words),
			prioritiesSection(document, words),
			planTableSection(document, words),
			...sheetSections(document, words),
			financingSection(document, words)
		],
		watermark: document.workshop.example ? words.say(m.document_watermark) : null,
		bodies: document.workshop.organisers.map((organiser) => organiser.name).join(' · ')
	};
}

/** One section an axis: its title, then one sheet an action. */
function sheetSections(document: PlanDocument, words: DocumentWords): Section[] {
	return document.axes
		.filter((axis) => axis.objectives.some((objective) => objective.actions.length > 0))
		.map((axis) => ({
			landscape: false,
			blocks: [
				{ kind: 'heading', level: 2, text: axisTitle(axis, words) },
				...axis.objectives.flatMap((objective) =>
					objective.actions.map((entry) => ({
						kind: 'sheet' as const,
						sheet: actionSheet(entry, axis, objective, words)
					}))
				)
			]
		}));
}

function cover(document: PlanDocument, words: DocumentWords): Cover {
	const { workshop } = document;
	const { locale, say } = words;
	const options = { locale };
	const actions = actionsOf(document);
	const incomplete = actions.filter(({ readiness }) => readiness.missing.length > 0).length;
	const versionDate = words.dateOf(document.generatedAt);
	return {
		kingdom: say(m.document_kingdom),
		organisers: workshop.organisers.map((organiser) => ({
			name: organiser.name,
			role: words.role(organiser.role),
			logo: organiser.logo && logoOf(organiser.logo)
		})),
		region: workshop.region ? textIn(workshop.region, locale) : '',
		title: textIn(document.title, locale) || say(m.document_action_plan),
		workshop: textIn(workshop.title, locale),
		programme: textIn(workshop.programme, locale),
		venue: textIn(workshop.venue, locale),
		date: workshop.date ? formatDate(workshop.date, locale, true) : say(m.document_missing_date),
		version: say(incomplete > 0 ? m.document_draft : m.document_complete),
		versionDate: m.document_version_of({ date: versionDate }, options),
		warning:
			incomplete > 0
				? m.document_incomplete_warning({ count: incomplete, total: actions.length }, options)
				: null
	};
}

function logoOf({ bytes, mediaType, width, height }: Picture): CoverLogo {
	return { bytes, kind: mediaType === 'image/png' ? 'png' : 'jpg', width, height };
}
