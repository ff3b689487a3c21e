import type { CategoryAttendance } from '#lib/domain/people/participant.ts';
import type { Invited } from '#lib/domain/people/ticket.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import { halfDays, type HalfDay } from '#lib/domain/workshops/half-days.ts';
import { listTickets } from '../../reads/tickets.ts';
import type { Gathering } from '../workshop/gathering.ts';

/** Who came and who was awaited by name: for those who run the workshop alone. */
export interface AttendanceMatter {
	readonly named: { readonly title: LocalizedText; readonly date: string | null };
	readonly venue: LocalizedText;
	/** True for the shipped example, whose people are nobody. */
	readonly example: boolean;
	readonly categories: readonly CategoryAttendance[];
	/** Who has a ticket in their name and did not come. */
	readonly awaited: readonly Invited[];
	/** For each of which everybody signs. */
	readonly halfDays: readonly HalfDay[];
	/** Epoch milliseconds. */
	readonly at: number;
}

/** The list of attendance as it stands now. */
export async function gatherAttendance({
	sources,
	actor,
	workshopId,
	at
}: Gathering): Promise<AttendanceMatter> {
	const { title, date, venue, days, example } = await sources.workshops.get(actor, workshopId);
	const categories = await sources.participants.attendance(actor, workshopId);
	const agenda = await sources.agenda.listOf(sources.db, workshopId);
	const tickets = await listTickets(sources.db, workshopId);
	return {
		named: { title, date },
		venue,
		example,
		categories,
		awaited: tickets.flatMap(({ name, organisation, categoryId, void: spent, user }) =>
			name !== '' && !spent && user === null ? [{ name, organisation, categoryId }] : []
		),
		halfDays: halfDays(days, agenda),
		at
	};
}
