import { placeOf, type Ranked } from '#lib/domain/ballots/places.ts';
import type { ClusterPlace } from '#lib/domain/votes/publication.ts';
import { m } from '#lib/paraglide/messages.js';
import { UNIT_WORDS } from '#lib/words/ballot-words.ts';
import type { DocumentWords } from '../content/document-words.ts';

/** A rank as a cell of a table shows it, ties as ties; a dash for what got nothing. */
export function rankWords(ranked: Ranked, { number, locale }: DocumentWords): string {
	const place = placeOf(ranked);
	if (!place) return '–';
	const rank = number(place.rank);
	return place.tied ? m.document_rank_tied({ rank }, { locale }) : rank;
}

/** What a cluster got in the vote that is cited for it and, where it got anything, its rank. */
export function placeFacts(
	ranked: Ranked & Pick<ClusterPlace, 'unit'>,
	{ number, locale }: DocumentWords
): string[] {
	const place = placeOf(ranked);
	const got = UNIT_WORDS[ranked.unit]({ count: ranked.score }, { locale });
	return place ? [got, m.document_rank_of({ rank: number(place.rank) }, { locale })] : [got];
}
