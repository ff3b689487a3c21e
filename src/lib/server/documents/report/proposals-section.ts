import type { ProposalStatus } from '#lib/domain/proposals/proposal.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CellContent, Section } from '../content/document-content.ts';
import type { Word } from '#lib/words/plan-words.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { ReportMatter, ReportProposal } from './gather-report.ts';

const STATUSES: Record<ProposalStatus, Word> = {
	draft: m.proposals_status_draft,
	adopted: m.proposals_status_adopted,
	amended: m.proposals_status_amended,
	referred: m.proposals_status_referred,
	rejected: m.proposals_status_rejected
};

/** Every proposal with its status, what it grew from and what grew from it, also where nothing did. */
export function proposalsSection({ proposals }: ReportMatter, words: DocumentWords): Section {
	const { say } = words;
	const heading = { kind: 'heading', level: 1, text: say(m.document_proposals) } as const;
	if (proposals.length === 0)
		return {
			landscape: false,
			blocks: [heading, { kind: 'paragraph', tone: 'warning', text: say(m.document_no_proposals) }]
		};
	return {
		landscape: false,
		blocks: [
			heading,
			{
				kind: 'table',
				table: {
					caption: say(m.document_proposals),
					columns: [
						{ head: say(m.document_number), share: 6, align: 'start' },
						{ head: say(m.document_proposal), share: 42, align: 'start' },
						{ head: say(m.proposals_status), share: 12, align: 'start' },
						{ head: say(m.document_grew_from), share: 24, align: 'start' },
						{ head: say(m.document_grown), share: 16, align: 'start' }
					],
					rows: proposals.map((proposal) => ({ kind: 'body', cells: cellsOf(proposal, words) }))
				}
			}
		]
	};
}

function cellsOf(
	{ number, text, status, clusters, notes, actions }: ReportProposal,
	words: DocumentWords
): CellContent[] {
	const { say, locale } = words;
	const origin = clusters.map((title) => textIn(title, locale)).filter((title) => title !== '');
	if (notes > 0) origin.push(m.document_notes_count({ count: notes }, { locale }));
	return [
		{ lines: [words.number(number)], strong: true },
		{ lines: [textIn(text, locale)] },
		{ lines: [say(STATUSES[status])] },
		{ lines: origin.length > 0 ? origin : [''] },
		actions.length > 0
			? { lines: actions }
			: { lines: [say(m.document_no_action_yet)], missing: status === 'adopted' }
	];
}

/** Room for the bodies that held the workshop to sign; nothing where none is named. */
export function signaturesSection({ workshop }: ReportMatter, words: DocumentWords): Section[] {
	const { say } = words;
	if (workshop.organisers.length === 0) return [];
	return [
		{
			landscape: false,
			blocks: [
				{ kind: 'heading', level: 1, text: say(m.document_signatures) },
				{
					kind: 'signatures',
					places: workshop.organisers.map(({ name }) => ({
						role: name,
						hint: say(m.document_signature_hint)
					}))
				}
			]
		}
	];
}
