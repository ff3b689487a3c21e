import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DocumentContent } from '../content/document-content.ts';
import { documentWords, type DocumentWords } from '../content/document-words.ts';
import { contentsSection, workshopCover, workshopFrame } from '../workshop/workshop-frame.ts';
import { participantsSection } from '../workshop/workshop-sections.ts';
import { agendaSection } from './agenda-section.ts';
import { briefSection, contextSection } from './context-sections.ts';
import { contributionsAnnex } from './contributions-annex.ts';
import { diagnosisSection } from './diagnosis-section.ts';
import type { ReportMatter } from './gather-report.ts';
import { proposalsSection, signaturesSection } from './proposals-section.ts';
import { votesSection } from './votes-section.ts';

/**
 * The report of a workshop in one language: it exists from the first day of preparing on, and says of each
 * part that is not there yet that it is not.
 */
export function reportContent(matter: ReportMatter, locale: Locale): DocumentContent {
	const words = documentWords(locale);
	const { say } = words;
	const lacking = lackingParts(matter, words);
	return {
		locale,
		cover: workshopCover(matter.workshop, words, {
			title: say(m.document_report),
			version: say(matter.state === 'closed' ? m.document_complete : m.document_draft),
			generatedAt: matter.generatedAt,
			warning:
				lacking.length > 0 ? m.document_not_yet({ parts: words.list(lacking) }, { locale }) : null
		}),
		sections: [
			contentsSection(words),
			briefSection(matter, lacking, words),
			contextSection(matter, words),
			agendaSection(matter, words),
			participantsSection(matter, words),
			diagnosisSection(matter, words),
			votesSection(matter, words),
			proposalsSection(matter, words),
			...signaturesSection(matter, words),
			...contributionsAnnex(matter, words)
		],
		...workshopFrame(matter.workshop, words)
	};
}

/** What a report could tell and is not there yet. */
function lackingParts(matter: ReportMatter, { say }: DocumentWords): string[] {
	const { objectives, counts, votes } = matter;
	const parts = [
		[objectives.length, m.document_lacks_objectives],
		[counts.participants, m.document_lacks_participants],
		[counts.notes, m.document_lacks_notes],
		[counts.clusters, m.document_lacks_clusters],
		[votes.length, m.document_lacks_vote],
		[counts.proposals, m.document_lacks_proposals],
		[counts.actions, m.document_lacks_actions]
	] as const;
	return parts.flatMap(([there, name]) => (there > 0 ? [] : [say(name)]));
}
