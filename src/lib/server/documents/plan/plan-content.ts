import { textIn, type Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { actionSheet } from './action-sheet.ts';
import type { Cover, DocumentContent, Section } from '../content/document-content.ts';
import { contentsSection, workshopCover, workshopFrame } from '../workshop/workshop-frame.ts';
import { documentWords, type DocumentWords } from '../content/document-words.ts';
import { financingSection } from './financing-section.ts';
import { actionsOf, type PlanDocument } from './plan-document.ts';
import { summarySection } from './summary-section.ts';
import { axisTitle, planTableSection } from './plan-table-section.ts';
import { participantsSection, prioritiesSection } from '../workshop/workshop-sections.ts';

/** The whole document of the plan in one language, ready for any writer. */
export function planDocumentContent(document: PlanDocument, locale: Locale): DocumentContent {
	const words = documentWords(locale);
	return {
		locale,
		cover: cover(document, words),
		sections: [
			contentsSection(words),
			summarySection(document, words),
			participantsSection(document, words),
			prioritiesSection(document, words),
			planTableSection(document, words),
			...sheetSections(document, words),
			financingSection(document, words)
		],
		...workshopFrame(document.workshop, words)
	};
}

/** One page an action, the first of an axis under the title of the axis. */
function sheetSections(document: PlanDocument, words: DocumentWords): Section[] {
	return document.axes.flatMap((axis) =>
		axis.objectives
			.flatMap((objective) =>
				objective.actions.map((entry) => actionSheet(entry, axis, objective, words))
			)
			.map((sheet, index) => ({
				landscape: false,
				blocks:
					index > 0
						? sheet
						: [
								{ kind: 'heading' as const, level: 2 as const, text: axisTitle(axis, words) },
								...sheet
							]
			}))
	);
}

function cover(document: PlanDocument, words: DocumentWords): Cover {
	const { locale, say } = words;
	const actions = actionsOf(document);
	const incomplete = actions.filter(({ readiness }) => readiness.missing.length > 0).length;
	return workshopCover(document.workshop, words, {
		title: textIn(document.title, locale) || say(m.document_action_plan),
		version: say(incomplete > 0 ? m.document_draft : m.document_complete),
		generatedAt: document.generatedAt,
		warning:
			incomplete > 0
				? m.document_incomplete_warning({ count: incomplete, total: actions.length }, { locale })
				: null
	});
}
