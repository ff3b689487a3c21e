import type { Ballot, VoteRules } from '../../domain/ballots/ballot-methods.ts';
import { withDot, type DotsBallot } from '../../domain/ballots/dots.ts';

/**
 * The ballot of a pretend person, within the rules: `chance` gives numbers from 0 up to 1. Options that come first
 * get more, so that a result has an order to look at. Empty where there is nothing to choose.
 */
export function pretendBallot(
	rules: VoteRules,
	options: readonly string[],
	chance: () => number
): Ballot {
	const draw = (): string | undefined => options[Math.floor(chance() ** 2 * options.length)];
	switch (rules.method) {
		case 'dots': {
			let ballot: DotsBallot = {};
			for (let dot = 0; dot < rules.budget; dot++) {
				const option = draw();
				if (option !== undefined) ballot = withDot(ballot, option, 1, rules) ?? ballot;
			}
			return ballot;
		}
		case 'approval':
			return options.filter((_option, at) => chance() < 0.8 - (0.5 * at) / options.length);
	}
}
