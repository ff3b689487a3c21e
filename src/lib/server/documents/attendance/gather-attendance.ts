import type { CategoryAttendance } from '#lib/domain/people/participant.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { Gathering } from '../workshop/gathering.ts';

/** Who is in the hall, with names: for those who run the workshop alone. */
export interface AttendanceMatter {
	readonly named: { readonly title: LocalizedText; readonly date: string | null };
	/** True for the shipped example, whose people are nobody. */
	readonly example: boolean;
	readonly categories: readonly CategoryAttendance[];
}

/** The list of attendance as it stands now. */
export async function gatherAttendance({
	sources,
	actor,
	workshopId
}: Gathering): Promise<AttendanceMatter> {
	const { title, date, example } = await sources.workshops.get(actor, workshopId);
	const categories = await sources.participants.attendance(actor, workshopId);
	return { named: { title, date }, example, categories };
}
