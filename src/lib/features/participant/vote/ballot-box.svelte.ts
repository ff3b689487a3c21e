import { KeptValue } from '#lib/client/kept/kept-value.ts';
import { isEmptyBallot, refsOf, requireBallot, sameBallot } from '#lib/domain/ballots/ballot.ts';
import { methodOf, type Ballot } from '#lib/domain/ballots/ballot-methods.ts';
import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import type { RecordedBallot } from '#lib/domain/votes/vote.ts';
import { KeptReceipt } from './kept-receipt.ts';
import { putBallot, readVote, type VoteSheet } from './vote-sheet.ts';

interface KeptBallot {
	readonly ballot: Ballot;
	/** The number of the decision, once the person pressed the button: it goes by itself as soon as it can. */
	readonly sending: number | null;
}

/** Where a device keeps the choice that the server does not have yet. */
export function keptBallot(voteId: string, owner: string): KeptValue<KeptBallot> {
	return new KeptValue(`tachawor.choice.${voteId}.${owner}`);
}

/**
 * One person's ballot in one vote. The choice stays on the device until the server has it, so that neither
 * a reload nor a lost network takes it away; one that was sent goes again when the network is back, under
 * the number of the decision that it was, so that it never replaces a later one.
 */
export class BallotBox {
	sheet = $state.raw<VoteSheet>();
	/** As chosen on this device; undefined until the vote was read. */
	ballot = $state.raw<Ballot>();
	/** As the server has it; null while that is not known, since an answer of it was lost. */
	private recordedBallot = $state.raw<RecordedBallot | null>(null);
	/** The button was pressed and the server has not answered yet. */
	sending = $state(false);
	/** The server could not be reached. */
	offline = $state(false);
	/** What stands here was decided on another page of this person, after what stood here. */
	replaced = $state(false);
	refusal = $state.raw<{ readonly code: ErrorCode; readonly details: ErrorDetails }>();
	/** The ballot that was sent last. */
	private pressed: Ballot | undefined;
	private readonly voteId: string;
	private readonly kept: KeptValue<KeptBallot>;
	private readonly receipt: KeptReceipt;

	constructor(voteId: string, owner: string) {
		this.voteId = voteId;
		this.kept = keptBallot(voteId, owner);
		this.receipt = new KeptReceipt(voteId, owner);
	}

	/** The server has a ballot, and it is what stands here. */
	get recorded(): boolean {
		return isChosen(this.ballot) && !this.changed;
	}

	/** What the server has, as long as that is known. */
	get known(): Ballot | undefined {
		return this.recordedBallot?.ballot;
	}

	/** The server has a ballot that is to be taken back: nothing is chosen here any more. */
	get withdraws(): boolean {
		return this.changed && isChosen(this.known) && !isChosen(this.ballot);
	}

	/** A ballot was taken back, and none stands. */
	get withdrawn(): boolean {
		return !this.changed && !isChosen(this.ballot) && (this.recordedBallot?.turn ?? 0) > 0;
	}

	/** Something else than what stands here counts until the button is pressed. */
	get earlierCounts(): boolean {
		return this.changed && isChosen(this.known);
	}

	/** What stands here differs from what the server has, or may. */
	get changed(): boolean {
		const { ballot, recordedBallot } = this;
		return ballot !== undefined && !(recordedBallot && sameBallot(ballot, recordedBallot.ballot));
	}

	/** Reads the vote; a choice kept on this device stays, and goes on its way if it was sent. */
	async load(): Promise<void> {
		if (!(await this.readSheet())) return;
		const kept = this.kept.current;
		const recorded = this.recordedBallot?.ballot;
		this.ballot = kept ? this.canonical(kept.ballot) : recorded;
		if (kept && kept.sending !== null) await this.send(kept.sending);
	}

	/** Takes the whole ballot after a touch. */
	choose(next: Ballot): void {
		this.ballot = this.canonical(next);
		this.refusal = undefined;
		this.replaced = false;
		this.keep(null);
	}

	/** Hands the ballot in, as a new decision. What was chosen stays here whatever the answer is. */
	async cast(): Promise<void> {
		if (this.sending) return;
		await this.send(this.nextTurn());
		// Pressed just now, it is later than what another phone of this person had recorded meanwhile.
		if (this.refusal?.code === 'ballot_superseded') await this.decideAnew();
	}

	/** Tries again what could not be done without a network. */
	async retry(): Promise<void> {
		if (!this.offline) return;
		const { current } = this.kept;
		if (!this.sheet) await this.load();
		else if (current && current.sending !== null) await this.send(current.sending);
		else await this.readSheet();
	}

	/**
	 * Reads what the server has, where another page of this person may have voted since. A choice that was not
	 * handed in stays; a recorded one gives way to the later one, and `replaced` says so.
	 */
	async follow(): Promise<void> {
		if (this.sending || this.offline || !this.sheet || this.changed) return;
		const { ballot } = this;
		const before = this.recordedBallot?.turn ?? 0;
		if (!(await this.readSheet()) || this.ballot !== ballot) return;
		const { recordedBallot } = this;
		if (!recordedBallot || recordedBallot.turn === before) return;
		this.ballot = recordedBallot.ballot;
		this.replaced = true;
	}

	/** The vote takes ballots, perhaps again: what was refused because it did not is past. */
	isOpen(): void {
		if (this.refusal?.code === 'vote_closed') this.refusal = undefined;
	}

	private nextTurn(): number {
		return Math.max(this.receipt.turn, this.recordedBallot?.turn ?? 0) + 1;
	}

	private async decideAnew(): Promise<void> {
		if (this.pressed !== undefined) this.ballot = this.pressed;
		await this.send(this.nextTurn());
	}

	private async send(turn: number): Promise<void> {
		const { ballot } = this;
		if (ballot === undefined) return;
		this.pressed = ballot;
		this.keep(turn);
		this.sending = true;
		const commitment = this.receipt.commit(ballot, turn);
		const answer = await putBallot(this.voteId, { ballot, turn, commitment });
		this.sending = false;
		this.offline = 'offline' in answer;
		this.refusal = !answer.ok && 'code' in answer ? answer : undefined;
		if (answer.ok) this.recordedBallot = { ballot, turn };
		else if (this.refusal?.code === 'ballot_superseded') await this.takeRecorded();
		else if (this.offline || this.refusal?.code === 'unexpected') this.recordedBallot = null;
		if (!this.changed) this.kept.forget();
		else if (!this.offline) this.keep(null);
	}

	/** A later decision of this person stands: it takes the place of what is here. */
	private async takeRecorded(): Promise<void> {
		if (await this.readSheet()) this.ballot = this.recordedBallot?.ballot;
	}

	/** Asks what the vote is, and what the server has of this person. False where it could not be read. */
	private async readSheet(): Promise<boolean> {
		const answer = await readVote(this.voteId);
		this.offline = 'offline' in answer;
		if (!answer.ok) {
			if ('code' in answer) this.refusal = answer;
			return false;
		}
		this.sheet = answer.value;
		const { empty } = methodOf(answer.value.rules);
		this.recordedBallot = answer.value.recorded ?? { ballot: empty, turn: 0 };
		return true;
	}

	/** The choice in the form that ballots are compared and committed in; an empty one where it does not fit. */
	private canonical(ballot: Ballot): Ballot {
		const { sheet } = this;
		if (!sheet) return ballot;
		try {
			return requireBallot(sheet.rules, refsOf(sheet.options), ballot);
		} catch {
			return methodOf(sheet.rules).empty;
		}
	}

	private keep(sending: number | null): void {
		if (this.ballot !== undefined) this.kept.keep({ ballot: this.ballot, sending });
	}
}

function isChosen(ballot: Ballot | undefined): boolean {
	return ballot !== undefined && !isEmptyBallot(ballot);
}
