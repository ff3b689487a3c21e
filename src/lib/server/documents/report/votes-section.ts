import type { BallotUnit } from '#lib/domain/ballots/ballot-methods.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { rulesWords, UNIT_HEADS, UNIT_WORDS } from '#lib/words/ballot-words.ts';
import type { Block, Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { DocumentVote } from '../workshop/gather-votes.ts';
import { rankWords } from '../workshop/place-words.ts';
import { activityResults } from './activity-results.ts';
import type { ReportMatter } from './gather-report.ts';

/** The votes with their turnout and results, and what was counted in the hall. */
export function votesSection({ agenda, votes }: ReportMatter, words: DocumentWords): Section {
	const { say, locale } = words;
	const titleOf = (activityId: string): string =>
		textIn(agenda.find(({ activity }) => activity.id === activityId)?.activity.title ?? {}, locale);
	const blocks: Block[] = [{ kind: 'heading', level: 1, text: say(m.document_votes) }];
	if (votes.length === 0)
		blocks.push({ kind: 'paragraph', tone: 'warning', text: say(m.document_no_vote) });
	for (const vote of votes) blocks.push(...voteBlocks(vote, titleOf(vote.activityId), words));
	for (const { activity, state } of agenda) {
		const results = activityResults(activity, state, words);
		if (!results) continue;
		blocks.push({ kind: 'heading', level: 2, text: textIn(activity.title, locale) });
		const prompt = textIn(activity.prompt, locale);
		if (prompt) blocks.push({ kind: 'paragraph', tone: 'body', text: prompt });
		blocks.push(...results);
	}
	return { landscape: false, blocks };
}

/** What stands over the results, by what is counted. */
const CAPTIONS: Readonly<Record<BallotUnit, Parameters<DocumentWords['say']>[0]>> = {
	dots: m.document_vote_result,
	approvals: m.document_vote_approvals
};

/**
 * Of what a score is a part: dots are divided among the options; approvals are not, so that an option has those
 * of so many who voted.
 */
const SHARES: Readonly<
	Record<
		BallotUnit,
		(
			vote: DocumentVote,
			cast: number
		) => { readonly head: Parameters<DocumentWords['say']>[0]; readonly of: number }
	>
> = {
	dots: (_vote, cast) => ({ head: m.document_share, of: cast }),
	approvals: ({ voters }) => ({ head: m.document_share_of_voters, of: voters })
};

function voteBlocks(vote: DocumentVote, title: string, words: DocumentWords): Block[] {
	const { say, number, locale } = words;
	const { voters, electorate, unit, outcome } = vote;
	const heading: Block = { kind: 'heading', level: 2, text: title || say(m.document_vote) };
	const turnout = m.document_turnout(
		{ voters: number(voters), all: number(electorate) },
		{ locale }
	);
	if (!outcome)
		return [
			heading,
			{ kind: 'paragraph', tone: 'body', text: turnout },
			{ kind: 'paragraph', tone: 'warning', text: say(m.votes_few) }
		];
	const { options, cast } = outcome;
	const most = Math.max(...options.map(({ score }) => score), 1);
	const caption = say(CAPTIONS[unit]);
	const share = SHARES[unit](vote, cast);
	return [
		heading,
		{
			kind: 'paragraph',
			tone: 'body',
			text: [
				turnout,
				rulesWords(vote.rules, locale),
				m.document_vote_cast({ cast: UNIT_WORDS[unit]({ count: cast }, { locale }) }, { locale }),
				m.document_vote_published(
					{ date: words.dateOf(vote.publishedAt), fingerprint: vote.fingerprint },
					{ locale }
				),
				...(vote.cited ? [say(m.document_vote_is_cited)] : [])
			].join(' ')
		},
		{
			kind: 'chart',
			chart: {
				caption,
				bars: options.map(({ title: name, score }) => ({
					label: textIn(name, locale),
					share: score / most,
					value: number(score)
				})),
				table: {
					caption,
					columns: [
						{ head: say(m.document_rank), share: 18, align: 'start' },
						{ head: say(m.document_cluster), share: 54, align: 'start' },
						{ head: say(UNIT_HEADS[unit]), share: 14, align: 'figure' },
						{ head: say(share.head), share: 14, align: 'figure' }
					],
					rows: options.map((option) => ({
						kind: 'body',
						cells: [
							{ lines: [rankWords(option, words)] },
							{ lines: [textIn(option.title, locale)] },
							{ lines: [number(option.score)], strong: true },
							{ lines: [words.share(option.score, share.of)] }
						]
					}))
				}
			}
		}
	];
}
