import { KeptValue } from '#lib/client/kept/kept-value.ts';
import { sameBallot } from '#lib/domain/ballots/ballot.ts';
import type { Ballot } from '#lib/domain/ballots/ballot-methods.ts';
import { commitmentTo } from '#lib/domain/ballots/receipt.ts';
import { newId } from '#lib/domain/id.ts';

/** Characters of a receipt's secret: 155 bits. */
const SECRET = 30;

/** Sent ballots that are remembered: the answer to any of them may have been lost. */
const MOST_BALLOTS = 20;

/** What a device keeps to find its ballot in a published vote. */
interface Kept {
	readonly secret: string;
	/** Every ballot that was sent, the last one first. */
	readonly ballots: readonly Ballot[];
	/** The number of the last decision that was sent from this device. */
	readonly turn: number;
}

/** The receipt of one person for one vote, on this device alone. */
export class KeptReceipt {
	private readonly voteId: string;
	private readonly kept: KeptValue<Kept>;

	constructor(voteId: string, owner: string) {
		this.voteId = voteId;
		this.kept = new KeptValue(receiptKey(voteId, owner));
	}

	/** Something was voted from this device, and was not wiped. */
	get exists(): boolean {
		return this.kept.current !== undefined;
	}

	/** The number of the last decision that was sent, from any tab of this device; 0 before the first. */
	get turn(): number {
		return this.kept.stored?.turn ?? 0;
	}

	/** Remembers a ballot that is about to be sent, and gives what it is committed to with. */
	commit(ballot: Ballot, turn: number): string {
		const { secret, ballots } = this.kept.stored ?? { secret: newId(SECRET), ballots: [] };
		const others = ballots.filter((before) => !sameBallot(before, ballot));
		this.kept.keep({ secret, ballots: [ballot, ...others].slice(0, MOST_BALLOTS), turn });
		return commitmentTo(this.voteId, secret, ballot);
	}

	/** The ballot of this device that was counted, by the published commitments; undefined when none was. */
	counted(commitments: readonly string[]): Ballot | undefined {
		const kept = this.kept.current;
		const published = new Set(commitments);
		return kept?.ballots.find((ballot) =>
			published.has(commitmentTo(this.voteId, kept.secret, ballot))
		);
	}

	/** The ballot that was sent last; undefined when nothing is kept. */
	get last(): Ballot | undefined {
		return this.kept.current?.ballots[0];
	}

	/** Wipes what this device voted. */
	forget(): void {
		this.kept.forget();
	}
}

function receiptKey(voteId: string, owner: string): string {
	return `tachawor.receipt.${voteId}.${owner}`;
}
