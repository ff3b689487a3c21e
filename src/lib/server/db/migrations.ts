import * as foundation from '../../../../migrations/2026-11-21-foundation.ts';
import * as liveRoom from '../../../../migrations/2026-11-22-live-room.ts';
import * as activityParameters from '../../../../migrations/2026-11-29-activity-parameters.ts';
import * as boards from '../../../../migrations/2026-11-29-boards.ts';
import * as days from '../../../../migrations/2026-11-29-days.ts';
import * as eventLog from '../../../../migrations/2026-11-29-event-log.ts';
import * as activityState from '../../../../migrations/2026-11-30-activity-state.ts';
import * as ballotBox from '../../../../migrations/2026-11-30-ballot-box.ts';
import * as plan from '../../../../migrations/2026-12-01-plan.ts';
import * as admission from '../../../../migrations/2026-12-02-admission.ts';
import * as authorship from '../../../../migrations/2026-12-02-authorship.ts';
import * as groups from '../../../../migrations/2026-12-03-groups.ts';
import * as persons from '../../../../migrations/2026-12-04-persons.ts';
import * as hallWifi from '../../../../migrations/2026-12-05-hall-wifi.ts';
import * as settledSuggestions from '../../../../migrations/2026-12-06-settled-suggestions.ts';
import * as joinCode from '../../../../migrations/2026-12-07-join-code.ts';
import * as authorsByActor from '../../../../migrations/2026-12-08-authors-by-actor.ts';
import * as eventAction from '../../../../migrations/2026-12-09-event-action.ts';
import * as rehearsals from '../../../../migrations/2026-12-10-rehearsals.ts';
import * as removedProposals from '../../../../migrations/2026-12-11-removed-proposals.ts';
import type { Migrations } from './migrate.ts';

/** Every migration by its file's name. A new one is added here and nowhere else. */
export const MIGRATIONS: Migrations = {
	'2026-11-21-foundation': foundation,
	'2026-11-22-live-room': liveRoom,
	'2026-11-29-activity-parameters': activityParameters,
	'2026-11-29-boards': boards,
	'2026-11-29-days': days,
	'2026-11-29-event-log': eventLog,
	'2026-11-30-activity-state': activityState,
	'2026-11-30-ballot-box': ballotBox,
	'2026-12-01-plan': plan,
	'2026-12-02-admission': admission,
	'2026-12-02-authorship': authorship,
	'2026-12-03-groups': groups,
	'2026-12-04-persons': persons,
	'2026-12-05-hall-wifi': hallWifi,
	'2026-12-06-settled-suggestions': settledSuggestions,
	'2026-12-07-join-code': joinCode,
	'2026-12-08-authors-by-actor': authorsByActor,
	'2026-12-09-event-action': eventAction,
	'2026-12-10-rehearsals': rehearsals,
	'2026-12-11-removed-proposals': removedProposals
};
