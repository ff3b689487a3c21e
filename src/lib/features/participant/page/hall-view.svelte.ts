import { agendaPlace } from '#lib/domain/activities/agenda-place.ts';
import { collectsNotes } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Seat } from '#lib/domain/spaces/seat.ts';
import {
	boardFor,
	isWritable,
	type Stage,
	type StageBoard,
	type StageVote
} from '#lib/domain/stage/stage.ts';
import { shownTimer } from '#lib/domain/stage/timer.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import { sceneOf, stepsAhead } from './scene.ts';

/** Where the view reads from; each is looked at anew, so getters are followed in runes. */
export interface HallSource {
	readonly stage: Stage;
	readonly agenda: readonly Activity[];
	/** The person only observes. */
	readonly observing: boolean;
	/** Where the person sits. */
	readonly seats: readonly Seat[];
}

/** What of the hall a participant's page shows: where the stage is, or what the person looks back at. */
export class HallView {
	private looked = $state<string>();
	/**
	 * What the person looks at beside the hall: an earlier activity by its id, a vote that goes on there by the
	 * vote's, or `notes` for their own in all of them. Undefined while the page follows the hall.
	 */
	aside = $derived.by(() => {
		const { looked } = this;
		if (looked === undefined || looked === 'notes' || this.item(looked)) return looked;
		return this.openVotes.some(({ id }) => id === looked) ? looked : undefined;
	});
	/** Votes of other activities that take ballots now. */
	openVotes = $derived.by(() =>
		this.source.stage.otherVotes.filter(({ state }) => state === 'open')
	);
	/** The one that the hall is at. */
	activity = $derived.by(() => this.item(this.source.stage.activityId));
	scene = $derived.by(() => {
		const { stage, observing, seats } = this.source;
		return sceneOf(stage, this.activity, observing, seats);
	});
	/** The activity whose board is shown, also one that is looked back at. */
	shown = $derived.by(() => {
		if (this.aside !== undefined) return this.item(this.aside);
		return this.scene === 'board' ? this.activity : undefined;
	});
	/** The vote that is shown: one that goes on elsewhere and is looked at, else the hall's. */
	vote = $derived.by((): StageVote | undefined => {
		if (this.aside !== undefined) return this.openVotes.find(({ id }) => id === this.aside);
		const voting = this.scene === 'vote' || this.scene === 'results';
		return voting ? (this.source.stage.vote ?? undefined) : undefined;
	});
	/** One's own notes of all activities are shown. */
	ownNotes = $derived.by(
		() => !this.source.observing && (this.aside === 'notes' || this.scene === 'ended')
	);
	/** The person's board in the activity that is shown; undefined before it was opened. */
	place = $derived.by(() => this.shown && this.boardOf(this.shown.id));
	/** Groupings whose clusters are told of: where one's notes went, and how many notes there are to vote on. */
	groupings = $derived.by((): readonly string[] => {
		if (!this.ownNotes && (!this.vote || this.vote.state === 'published')) return [];
		const all = this.source.agenda.map(({ groupingId }) => groupingId);
		return all.filter((id, at) => all.indexOf(id) === at);
	});
	/** Boards that have to be open for what is shown. */
	needed = $derived.by((): readonly string[] => {
		const { shown, source } = this;
		const activities = this.ownNotes ? source.agenda.filter(collectsNotes) : shown ? [shown] : [];
		return activities.flatMap(({ id }) => this.boardOf(id)?.id ?? []);
	});
	/** Notes may be written on the board that is shown. */
	writing = $derived.by(
		() => this.aside === undefined && isWritable(this.boardOf(this.source.stage.activityId))
	);
	/** Nobody but their author sees the notes of the board that is shown. */
	hidden = $derived.by(() => this.place?.revealed === false);
	locked = $derived.by(() => this.place?.locked === true);
	/** The table or room where the person does what the hall is at; empty where that is the hall. */
	seat = $derived.by((): LocalizedText => this.boardOf(this.source.stage.activityId)?.name ?? {});
	/** The next two steps. */
	ahead = $derived.by(() => stepsAhead(this.source.agenda, this.source.stage.activityId, 2));
	/** The time that counts now. */
	timer = $derived.by(() => shownTimer(this.source.stage, this.activity));
	/** Counted as on the screen and the run page, so that the hall hears one number. */
	step = $derived.by(() => agendaPlace(this.source.agenda, this.activity?.id ?? null));
	private followed: string | undefined;
	private readonly source: HallSource;

	constructor(source: HallSource) {
		this.source = source;
	}

	/** The person's board in an activity: of their table, else of their room, else of the hall. */
	boardOf(activityId: string | null): StageBoard | undefined {
		return boardFor(this.source.stage, activityId, this.source.seats);
	}

	/** The activity that a vote of {@link openVotes} goes on in. */
	activityOfVote(voteId: string): Activity | undefined {
		return this.item(this.openVotes.find(({ id }) => id === voteId)?.activityId ?? null);
	}

	/** Looks at an activity's board, a vote or one's own notes; at what the hall is at, follows the hall. */
	look(id: string): void {
		this.looked = id === this.source.stage.activityId ? undefined : id;
	}

	/** Follows the hall again. */
	back(): void {
		this.looked = undefined;
	}

	/** True when the hall went on since this was asked last: nobody looks aside any more then. Follows in runes. */
	wentOn(): boolean {
		const { hall, activityId } = this.source.stage;
		const place = `${hall} ${activityId}`;
		if (this.followed === place) return false;
		const first = this.followed === undefined;
		this.followed = place;
		if (!first) this.looked = undefined;
		return !first;
	}

	private item(id: string | null): Activity | undefined {
		return this.source.agenda.find((activity) => activity.id === id);
	}
}
