import type {
	Ballot,
	BallotMethodName,
	BallotOf,
	RulesOf,
	VoteRules
} from '#lib/domain/ballots/ballot-methods.ts';
import { approval } from './approval/approval-features.ts';
import type { BallotFeatures } from './ballot-parts.ts';
import { dots } from './dots/dots-features.ts';

/** The phones' part of each way of voting; what it does stands in `domain/ballots/`. */
const BALLOT_FEATURES: {
	readonly [Name in BallotMethodName]: BallotFeatures<RulesOf<Name>, BallotOf<Name>>;
} = { dots, approval };

/** The part of a vote's method. The compiler cannot follow that its rules and ballots are of that method. */
export function ballotFeaturesOf(rules: VoteRules): BallotFeatures<VoteRules, Ballot> {
	return BALLOT_FEATURES[rules.method] as unknown as BallotFeatures<VoteRules, Ballot>;
}
