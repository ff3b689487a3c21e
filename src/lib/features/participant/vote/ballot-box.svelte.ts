import { KeptValue } from '#lib/client/kept/kept-value.ts';
import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import { dotsPlaced, sameDots, withDot, type Dots } from './dots.ts';
import { putBallot, readVote, type VoteSheet } from './vote-sheet.ts';

interface KeptBallot {
	readonly dots: Dots;
	/** The person pressed the button: it goes by itself as soon as it can. */
	readonly sending: boolean;
}

/** Where a device keeps the dots that the server does not have yet. */
export function keptBallot(voteId: string, owner: string): KeptValue<KeptBallot> {
	return new KeptValue(`tachawor.ballot.${voteId}.${owner}`);
}

/**
 * One person's dots in one vote. The choice stays on the device until the server has it, so that neither
 * a reload nor a lost network takes it away; one that was sent goes again when the network is back.
 */
export class BallotBox {
	sheet = $state.raw<VoteSheet>();
	/** As chosen on this device. */
	dots = $state.raw<Dots>({});
	/** As the server has them; null while that is not known, since an answer of it was lost. */
	private recordedDots = $state.raw<Dots | null>({});
	/** The button was pressed and the server has not answered yet. */
	sending = $state(false);
	/** The server could not be reached. */
	offline = $state(false);
	refusal = $state.raw<{ readonly code: ErrorCode; readonly details: ErrorDetails }>();
	private readonly voteId: string;
	private readonly kept: KeptValue<KeptBallot>;

	constructor(voteId: string, owner: string) {
		this.voteId = voteId;
		this.kept = keptBallot(voteId, owner);
	}

	/** Dots not placed yet. */
	get left(): number {
		return (this.sheet?.budget ?? 0) - dotsPlaced(this.dots);
	}

	/** The server has a ballot, and it is what stands here. */
	get recorded(): boolean {
		return dotsPlaced(this.dots) > 0 && !this.changed;
	}

	/** What stands here differs from what the server has, or may. */
	get changed(): boolean {
		return this.recordedDots === null || !sameDots(this.dots, this.recordedDots);
	}

	/** Reads the vote; a choice kept on this device stays, and goes on its way if it was sent. */
	async load(): Promise<void> {
		const answer = await readVote(this.voteId);
		this.offline = 'offline' in answer;
		if (!answer.ok) {
			if ('code' in answer) this.refusal = answer;
			return;
		}
		this.sheet = answer.value;
		this.recordedDots = answer.value.ballot ?? {};
		const kept = this.kept.current;
		this.dots = kept?.dots ?? this.recordedDots;
		if (kept?.sending) await this.cast();
	}

	/** Puts a dot on a cluster, or takes one back. False when that is not possible: no dot left, or the cap. */
	place(clusterId: string, by: 1 | -1): boolean {
		const dots = this.sheet && withDot(this.dots, clusterId, by, this.sheet);
		if (!dots) return false;
		this.dots = dots;
		this.refusal = undefined;
		this.keep(false);
		return true;
	}

	/** Hands the ballot in. What was chosen stays here whatever the answer is. */
	async cast(): Promise<void> {
		if (this.sending) return;
		this.keep(true);
		this.sending = true;
		const { dots } = this;
		const answer = await putBallot(this.voteId, dots);
		this.sending = false;
		this.offline = 'offline' in answer;
		this.refusal = !answer.ok && 'code' in answer ? answer : undefined;
		if (answer.ok) this.recordedDots = dots;
		else if (this.offline || this.refusal?.code === 'unexpected') this.recordedDots = null;
		if (!this.changed) this.kept.forget();
		else if (!this.offline) this.keep(false);
	}

	/** Tries again what could not be done without a network. */
	async retry(): Promise<void> {
		if (!this.offline) return;
		if (!this.sheet) await this.load();
		else if (this.kept.current?.sending) await this.cast();
		else await this.readRecorded();
	}

	/** Asks what the server has, where the choice here is not to be sent yet. */
	private async readRecorded(): Promise<void> {
		const answer = await readVote(this.voteId);
		this.offline = 'offline' in answer;
		if (answer.ok) this.recordedDots = answer.value.ballot ?? {};
	}

	private keep(sending: boolean): void {
		this.kept.keep({ dots: this.dots, sending });
	}
}
