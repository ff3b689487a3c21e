import type { ActivityKind } from '#lib/domain/activities/activities.ts';
import { m } from '#lib/paraglide/messages.js';

/** What phones say of a kind; apart from the other pages' part, which phones need not load. */
interface PhoneFeatures {
	/** Said while nothing of it is done on the phone. */
	readonly waiting: () => string;
}

/** The phone's part of each kind of activity. */
export const PHONE_FEATURES: Readonly<Record<ActivityKind, PhoneFeatures>> = {
	protocol: { waiting: m.activity_spoken_waiting },
	presentation: { waiting: m.activity_spoken_waiting },
	notes: { waiting: m.activity_spoken_waiting },
	vote: { waiting: m.activity_vote_waiting },
	proposals: { waiting: m.activity_spoken_waiting },
	plenary: { waiting: m.activity_spoken_waiting },
	break: { waiting: m.activity_break_waiting }
};
