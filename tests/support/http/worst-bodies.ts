import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';

/** How a route reads what it is sent. */
export type BodyKind = 'form' | 'json';

/** A body that costs its reader as much as one can: what it is, its headers, and its bytes. */
export type WorstBody = readonly [what: string, headers: Record<string, string>, body: BodyInit];

export const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** Letters of the largest ones: below what the server refuses before any route is asked. */
const LARGE = 7_800_000;

/** The worst bodies known, by how a route reads. */
export const WORST_BODIES: Readonly<Record<BodyKind, readonly WorstBody[]>> = {
	json: [
		['a text of 7.8 MB', JSON_TYPE, JSON.stringify({ code: 'ا'.repeat(LARGE / 2) })],
		['50,000 objects in one another', JSON_TYPE, '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
		['3,000 lists in one another', JSON_TYPE, '['.repeat(3000) + ']'.repeat(3000)],
		['a million elements', JSON_TYPE, `[${'0,'.repeat(1_000_000)}0]`],
		['seven thousand elements', JSON_TYPE, `[${'0,'.repeat(7000)}0]`],
		['a text of marks that never ends', JSON_TYPE, `"${'\\"'.repeat(400_000)}`],
		['such a text of 16 KB', JSON_TYPE, `"${'\\"'.repeat(8000)}`]
	],
	form: [
		['a field of 7.8 MB', FORM_TYPE, `title.ar=${'a'.repeat(LARGE)}`],
		['200,000 fields', FORM_TYPE, 'a=1&'.repeat(200_000)],
		['fields at the limit of strangers', FORM_TYPE, 'a=1&'.repeat(BODY_LIMITS.fields / 4 - 1)],
		['a file of 7.8 MB', {}, formWith(new File(['x'.repeat(LARGE)], 'logo.png'))]
	]
};

function formWith(file: File): FormData {
	const form = new FormData();
	form.append('logo', file);
	return form;
}
