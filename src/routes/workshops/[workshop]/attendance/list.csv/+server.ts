import { csvText } from '#lib/domain/text/csv.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/** The attendance list as a spreadsheet: a line a person, and a line for a category nobody came of. */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	const attendance = await locals.app.participants.exportAttendance(account, params.workshop);
	const head = [
		m.run_attendance_category(),
		m.run_attendance_expected(),
		m.run_attendance_joined(),
		m.run_attendance_name(),
		m.run_attendance_organisation(),
		m.run_attendance_province(),
		m.run_attendance_time()
	];
	const rows = attendance.flatMap(({ name, expected, joined, people }) => {
		const category = [textIn(name, locals.locale), expected, joined];
		if (people.length === 0) return [[...category, '', '', '', '']];
		return people.map((person) => [
			...category,
			person.name,
			person.organisation,
			person.province,
			new Date(person.joinedAt).toISOString()
		]);
	});
	return new Response(csvText([head, ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="attendance-${params.workshop}.csv"`,
			'cache-control': 'no-store'
		}
	});
});
