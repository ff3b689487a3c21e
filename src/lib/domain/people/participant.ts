import type { PersonRole } from './person-role.ts';
import type { Locale, LocalizedText } from '../text/locale.ts';

/** A person who joined a workshop with its code. `name`, `organisation` and `province` may be ''. */
export interface Participant {
	readonly id: string;
	readonly actorId: string;
	readonly workshopId: string;
	readonly categoryId: string;
	/** The language that the person reads the pages in. */
	readonly language: Locale;
	readonly name: string;
	readonly organisation: string;
	readonly province: string;
	/** Epoch milliseconds. */
	readonly joinedAt: number;
}

/** Characters as people count them; `perWorkshop` is the number of people who can join one workshop. */
export const PARTICIPANT_LIMITS = {
	name: 80,
	organisation: 160,
	province: 80,
	perWorkshop: 10_000
} as const;

/** Who came of one stakeholder category, in the order in which they joined. */
export interface CategoryAttendance {
	readonly categoryId: string;
	readonly name: LocalizedText;
	readonly observing: boolean;
	/** The number of people awaited. */
	readonly expected: number;
	readonly joined: number;
	readonly people: readonly AttendingPerson[];
}

/** One line of the attendance list. Names stand here and nowhere else. */
export interface AttendingPerson {
	readonly participantId: string;
	readonly name: string;
	readonly organisation: string;
	readonly province: string;
	readonly language: Locale;
	readonly joinedAt: number;
}

/** Somebody of a workshop, as those who run it see them. Names stand here and in the attendance list. */
export interface WorkshopPerson {
	readonly participantId: string;
	/** May be ''. */
	readonly name: string;
	readonly organisation: string;
	readonly categoryId: string;
	readonly role: PersonRole;
	/** The table where they sit now. */
	readonly tableId: string | null;
	readonly joinedAt: number;
	/** A page of theirs is open now. */
	readonly connected: boolean;
	/** Counts the devices that several people joined with; the same number for who shares one, else null. */
	readonly sameDevice: number | null;
	/** Taken out of the workshop: what they wrote stays, and they can be let in again. */
	readonly removed: boolean;
}
