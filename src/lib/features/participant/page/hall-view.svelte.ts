import { agendaPlace } from '#lib/domain/activities/agenda-place.ts';
import { collectsNotes } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import { shownTimer } from '#lib/domain/stage/timer.ts';
import { sceneOf, stepsAhead } from './scene.ts';

/** Where the view reads from; each is looked at anew, so getters are followed in runes. */
export interface HallSource {
	readonly stage: Stage;
	readonly agenda: readonly Activity[];
	/** The person only observes. */
	readonly observing: boolean;
}

/** What of the hall a participant's page shows: where the stage is, or what the person looks back at. */
export class HallView {
	/**
	 * What the person looks at beside the hall: an earlier activity by its id, or `notes` for their own in all
	 * of them. Undefined while the page follows the hall.
	 */
	aside = $state<string>();
	/** The one that the hall is at. */
	activity = $derived.by(() => this.item(this.source.stage.activityId));
	scene = $derived.by(() => sceneOf(this.source.stage, this.activity, this.source.observing));
	/** The activity whose board is shown, also one that is looked back at. */
	shown = $derived.by(() => {
		if (this.aside !== undefined) return this.item(this.aside);
		return this.scene === 'board' ? this.activity : undefined;
	});
	/** One's own notes of all activities are shown. */
	ownNotes = $derived.by(
		() => !this.source.observing && (this.aside === 'notes' || this.scene === 'ended')
	);
	/** Clusters are told of: where one's notes went, and how many notes there are to vote on. */
	needsClusters = $derived.by(() => this.ownNotes || this.scene === 'vote');
	/** Activities whose boards have to be open for what is shown. */
	needed = $derived.by((): readonly string[] => {
		if (this.ownNotes) return this.source.agenda.filter(collectsNotes).map(({ id }) => id);
		return this.shown ? [this.shown.id] : [];
	});
	/** Notes may be written on the board that is shown. */
	writing = $derived.by(() => this.aside === undefined && this.source.stage.writing);
	/** Nobody but their author sees the notes of the board that is shown. */
	hidden = $derived.by(() => this.isOneOf(this.source.stage.unrevealed));
	locked = $derived.by(() => this.isOneOf(this.source.stage.locked));
	/** The next two steps. */
	ahead = $derived.by(() => stepsAhead(this.source.agenda, this.source.stage.activityId, 2));
	/** The time that counts now. */
	timer = $derived.by(() => shownTimer(this.source.stage, this.activity));
	/** Counted as on the screen and the run page, so that the hall hears one number. */
	place = $derived.by(() => agendaPlace(this.source.agenda, this.activity?.id ?? null));
	private followed: string | undefined;
	private readonly source: HallSource;

	constructor(source: HallSource) {
		this.source = source;
	}

	/** Looks at an activity's board or at one's own notes; at the one that the hall is at, follows the hall. */
	look(id: string): void {
		this.aside = id === this.source.stage.activityId ? undefined : id;
	}

	/** Follows the hall again. */
	back(): void {
		this.aside = undefined;
	}

	/** True when the hall went on since this was asked last: nobody looks aside any more then. Follows in runes. */
	wentOn(): boolean {
		const { hall, activityId } = this.source.stage;
		const place = `${hall} ${activityId}`;
		if (this.followed === place) return false;
		const first = this.followed === undefined;
		this.followed = place;
		if (!first) this.aside = undefined;
		return !first;
	}

	private item(id: string | null): Activity | undefined {
		return this.source.agenda.find((activity) => activity.id === id);
	}

	private isOneOf(ids: readonly string[]): boolean {
		return this.shown !== undefined && ids.includes(this.shown.id);
	}
}
