/** What an event happened to. */
export const EVENT_SUBJECTS = [
	'workshop',
	'activity',
	'stage',
	'board',
	'space',
	'vote',
	'proposal',
	'participant',
	'ticket',
	'account',
	'region',
	'installation'
] as const;
export type EventSubject = (typeof EVENT_SUBJECTS)[number];

/**
 * Everything that is remembered as having been done, each with what it was done to: one for each command
 * that changes something, and for each file that was taken away. A ballot is none of them: beside an
 * actor and a time it would say who voted when, so casting one leaves no trace but the ballot itself. Nor
 * are sessions, since who has which page open is nobody's act; nor what people write together, whose log
 * is the document's own.
 */
export const EVENTS = {
	workshop_made: 'workshop',
	workshop_edited: 'workshop',
	rehearsal_started: 'workshop',
	rehearsal_emptied: 'workshop',
	hall_opened: 'workshop',
	hall_closed: 'workshop',
	join_code_renewed: 'workshop',
	admission_set: 'workshop',
	hall_wifi_set: 'workshop',
	tickets_made: 'workshop',
	people_invited: 'workshop',
	ticket_replaced: 'ticket',
	ticket_withdrawn: 'ticket',
	joining_allowed: 'workshop',
	joining_stopped: 'workshop',
	screen_link_made: 'workshop',
	screen_code_made: 'workshop',
	screen_entered: 'workshop',
	facilitator_named: 'account',
	facilitator_taken_off: 'account',
	categories_saved: 'workshop',
	organisers_saved: 'workshop',
	activity_added: 'activity',
	activity_edited: 'activity',
	activity_removed: 'activity',
	agenda_reordered: 'workshop',
	participant_joined: 'participant',
	participant_role_set: 'participant',
	participant_taken_out: 'participant',
	participant_let_in: 'participant',
	participants_merged: 'participant',
	suggestion_settled: 'workshop',
	person_data_exported: 'participant',
	person_erased: 'participant',
	persons_erased: 'workshop',
	keeping_ended: 'workshop',
	privacy_set: 'workshop',
	person_seated: 'participant',
	person_unseated: 'participant',
	space_added: 'space',
	space_removed: 'space',
	boards_divided: 'activity',
	boards_shown: 'activity',
	guest_link_made: 'workshop',
	activity_opened: 'activity',
	activity_shown: 'activity',
	activity_state_kept: 'activity',
	writing_closed: 'stage',
	writing_reopened: 'activity',
	notes_revealed: 'activity',
	board_locked: 'board',
	board_unlocked: 'board',
	view_shown: 'stage',
	timer_paused: 'stage',
	timer_resumed: 'stage',
	timer_changed: 'stage',
	vote_opened: 'vote',
	voters_let_in: 'vote',
	vote_ended: 'vote',
	vote_reopened: 'vote',
	vote_published: 'vote',
	vote_cited: 'vote',
	late_notes_handed_in: 'board',
	late_notes_admitted: 'board',
	late_notes_left: 'board',
	proposal_made: 'proposal',
	proposal_edited: 'proposal',
	proposal_removed: 'proposal',
	proposal_restored: 'proposal',
	proposal_made_action: 'proposal',
	document_exported: 'workshop',
	attendance_exported: 'workshop',
	account_made: 'account',
	account_renamed: 'account',
	account_enabled: 'account',
	account_disabled: 'account',
	account_regions_set: 'account',
	password_changed: 'account',
	password_link_made: 'account',
	invitation_made: 'installation',
	invitation_renewed: 'installation',
	invitation_withdrawn: 'installation',
	setup_link_made: 'installation',
	region_added: 'region',
	region_renamed: 'region',
	region_moved: 'region',
	regions_seeded: 'installation'
} as const satisfies Readonly<Record<string, EventSubject>>;
export type EventAction = keyof typeof EVENTS;

/** The one that events of the installation as a whole are of. */
export const INSTALLATION = 'installation';

/**
 * A few figures, ids and words of our own lists (a role, a view, a format) that say how: never a name, an
 * address or what people wrote.
 */
export type EventDetail = Readonly<Record<string, number | boolean | string>>;

/** Something that was done, before it has its place and time in the log. */
export interface NewEvent {
	readonly action: EventAction;
	/** The workshop that it belongs to, null for what is the installation's. */
	readonly workshopId: string | null;
	/** Who did it; null for the server itself. */
	readonly actorId: string | null;
	/** What it was done to, of the kind that {@link EVENTS} says. */
	readonly subjectId: string;
	readonly detail?: EventDetail;
}
