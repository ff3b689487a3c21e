import { forgetBoards } from '#lib/client/board/forget-erased.ts';
import { KeptValue } from '#lib/client/kept/kept-value.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { askServer, type Answer } from '#lib/client/ask-server.ts';
import { holdsWords } from '../words/held-words.ts';
import type { ParticipantData } from '../page/participant-data.ts';

/** How long the server may take, in milliseconds, where kept facts could be shown instead. */
const PATIENCE = 2_500;

/** Why a phone is at an end that its person should read, though nothing waits on it. */
const TOLD: readonly ErrorCode[] = ['person_removed', 'person_erased'];

/** How often a server that was not reached is asked again, in milliseconds. */
const RETRY = 4_000;

/** What this device knows of the person who takes part here; one person at a time. */
export function keptFacts(workshopId: string): KeptValue<ParticipantData> {
	// Named anew with the shape of the stage, since what was kept before is of the one before.
	return new KeptValue(`tachawor.participant.2.${workshopId}`);
}

/**
 * Who takes part on this device and in what. The page itself is nobody's in particular, so this is asked
 * of the server, and kept for a start without the network. `start` in the browser, `stop` when the page goes.
 */
export class ParticipantFacts {
	/** What the page is drawn from; undefined until the server answered or kept facts are shown. */
	data = $state.raw<ParticipantData>();
	/** The server was not reached, and this device knows nothing. */
	unreached = $state(false);
	/** The server no longer knows this person, whose words are still on this device. */
	ended = $state<ErrorCode>();
	/**
	 * Resolves once the server said that this is still the person of `data`: nothing of theirs may be sent
	 * before, since the session may be another person's by now.
	 */
	readonly confirmed: Promise<void>;
	private confirm: () => void = () => undefined;
	private readonly workshopId: string;
	private readonly kept: KeptValue<ParticipantData>;
	private readonly stopped = new AbortController();
	private again: ReturnType<typeof setTimeout> | undefined;

	constructor(workshopId: string) {
		this.workshopId = workshopId;
		this.kept = keptFacts(workshopId);
		this.confirmed = new Promise((resolve) => (this.confirm = resolve));
	}

	start(): void {
		const { signal } = this.stopped;
		window.addEventListener('online', () => void this.ask(), { signal });
		// Brought back as it was left: somebody else may have joined on this phone since.
		window.addEventListener('pageshow', ({ persisted }) => persisted && void this.ask(), {
			signal
		});
		setTimeout(() => this.showKept(), navigator.onLine ? PATIENCE : 0);
		void this.ask();
	}

	stop(): void {
		clearTimeout(this.again);
		this.stopped.abort();
	}

	/** Reads it all anew: something changed for this person. */
	async ask(): Promise<void> {
		clearTimeout(this.again);
		const answer = await this.read();
		if (this.stopped.signal.aborted) return;
		if (answer.ok) this.take(answer.value);
		else if ('code' in answer && answer.code !== 'unexpected') this.end(answer.code);
		else {
			this.showKept();
			this.unreached = this.data === undefined;
			this.again = setTimeout(() => void this.ask(), RETRY);
		}
	}

	/** The server ended this person's session while the page was open: finds out whether they were erased. */
	async askWhyEnded(): Promise<void> {
		const answer = await this.read();
		if (!answer.ok && 'code' in answer && answer.code === 'person_erased') this.end(answer.code);
	}

	private read(): Promise<Answer<ParticipantData>> {
		const known = this.kept.current;
		const was = known ? `?was=${encodeURIComponent(known.me.participantId)}` : '';
		const { workshopId } = this;
		return askServer(`/api/workshops/${workshopId}/participant${was}`, { workshopId });
	}

	private take(data: ParticipantData): void {
		const shown = this.data;
		this.kept.keep(data);
		if (shown && shown.me.participantId !== data.me.participantId) {
			location.reload();
			return;
		}
		this.unreached = false;
		this.data = data;
		this.confirm();
	}

	private showKept(): void {
		this.data ??= this.kept.current;
	}

	/**
	 * Leads to the join page, but for words that would be out of reach then, and for somebody who was taken
	 * out, or erased, and is told so.
	 */
	private end(code: ErrorCode): void {
		const known = this.kept.current;
		if (known && code === 'person_erased') forgetBoards(known.stage.boards, known.me.participantId);
		if (known && (TOLD.includes(code) || holdsWords(known.stage, known.me.participantId))) {
			this.data = known;
			this.ended = code === 'not_signed_in' ? 'session_revoked' : code;
			return;
		}
		this.kept.forget();
		location.replace('/join');
	}
}
