import { sha256 } from '../ballots/receipt.ts';
import { JOIN_CODE_ALPHABET } from '../people/join-code.ts';
import type { Publication } from './publication.ts';

/** What everybody is shown of a published vote, and checks. */
export type PublicRecord = Pick<
	Publication,
	'voteId' | 'rules' | 'electorate' | 'voters' | 'outcome' | 'commitments'
>;

/** Characters of a fingerprint, in threes: 9 of 31 are 44 bits, which two people can read to each other. */
const LENGTH = 9;

/**
 * Nine characters that follow from all that is shown of a published vote, such as `7K4 M2P 9QX`: each phone
 * computes them from what it received, and the screen shows its own. One vote that is shown differently to
 * two people has two fingerprints. Titles are left out, since they stand in several languages. Rule [VO14].
 */
export function fingerprintOf(record: PublicRecord): string {
	const { voteId, rules, electorate, voters, outcome, commitments } = record;
	const told = [
		'tachawor-vote/1',
		voteId,
		Object.entries(rules).sort(byName),
		electorate,
		voters,
		outcome && [
			outcome.cast,
			outcome.possible,
			outcome.options.map(({ ref, score, rank }) => [ref, score, rank]).sort(byName)
		],
		commitments
	];
	let left = BigInt(`0x${sha256(JSON.stringify(told))}`);
	const size = BigInt(JOIN_CODE_ALPHABET.length);
	let text = '';
	for (let at = 0; at < LENGTH; at++) {
		text += (at > 0 && at % 3 === 0 ? ' ' : '') + JOIN_CODE_ALPHABET.charAt(Number(left % size));
		left /= size;
	}
	return text;
}

function byName(a: readonly unknown[], b: readonly unknown[]): number {
	return String(a[0]) < String(b[0]) ? -1 : 1;
}
