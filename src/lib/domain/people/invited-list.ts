import { columnKind } from '../text/lists/column-heads.ts';
import { findContacts } from '../text/contact-data.ts';
import { delimitedRows } from '../text/lists/delimited-text.ts';
import { bareNames } from '../text/lists/item-marks.ts';
import { isCount } from '../text/lists/pasted-cells.ts';
import { asPasted, tableOf } from '../text/lists/pasted-table.ts';
import { pastedText } from '../text/lists/pasted-text.ts';
import type { PastedList } from '../text/lists/pasted-list.ts';
import type { Invited } from './ticket.ts';

/** Whom a pasted list names; what is none of them, as a heading, and what was not understood. */
export interface InvitedList extends Pick<PastedList, 'leftOut' | 'unread'> {
	readonly people: readonly Omit<Invited, 'categoryId'>[];
}

const LETTER = /\p{L}/u;
/** Initials of names, which would be letters that count lines. */
const INITIAL = /^\p{Lu}\.\s*\p{L}/u;

/**
 * People as a list or a sheet names them, one a line: the name, then after a semicolon (Arabic or Latin), a tab or, in
 * a file, a comma the organisation. A heading says which columns are names and which the organisation; else all
 * columns behind the name are it. Marks of enumeration go. Contact data and figures are of no use on a ticket: they
 * are unread, as are lines without a letter. Lengths are not checked.
 */
export function parseInvitedList(pasted: string): InvitedList {
	const { heading, rows, leftOut } = tableOf(cellsOf(pastedText(pasted)));
	const columns = (rows[0] ?? []).map((_, index) => index);
	const called = (kind: 'name' | 'organisation'): number[] =>
		columns.filter((index) => heading && columnKind(heading[index] ?? '') === kind);
	const first = columns.find((index) => rows.some((row) => LETTER.test(row[index] ?? ''))) ?? 0;
	const ofName = called('name').length > 0 ? called('name') : [first];
	const ofOrganisation = heading
		? called('organisation')
		: columns.filter((index) => !ofName.includes(index));
	const told = heading
		? columns.filter((index) => !ofName.includes(index) && !ofOrganisation.includes(index))
		: [];
	const people: Omit<Invited, 'categoryId'>[] = [];
	const unread = new Set(told.map((index) => heading?.[index] ?? '').filter((head) => head !== ''));
	for (const row of rows) {
		const cells = (among: readonly number[]): string[] =>
			among.map((index) => row[index] ?? '').filter((cell) => cell !== '');
		const name = cells(ofName).join(' ');
		const others = cells(ofOrganisation);
		const organisation = others.filter(isOfOrganisation).join(' ');
		const useless = others.filter((cell) => !isOfOrganisation(cell));
		if (LETTER.test(name)) people.push({ name, organisation });
		else if (/\p{N}/u.test(asPasted(row))) unread.add(asPasted(row));
		if (LETTER.test(name) && useless.length > 0) unread.add(asPasted([name, ...useless]));
	}
	return { people: withBareNames(people), leftOut, unread: [...unread] };
}

/** A comma parts cells only where nothing else does and every line has as many. */
function cellsOf(text: string): string[][] {
	const rows = delimitedRows(text, (sign) => /[;؛\t|]/u.test(sign));
	if (rows.some((row) => row.length > 1)) return rows;
	const byComma = delimitedRows(text, (sign) => sign === ',');
	const isRegular = byComma.every((row) => row.length === byComma[0]?.length);
	return isRegular && byComma.length > 1 ? byComma : rows;
}

function isOfOrganisation(cell: string): boolean {
	return !isCount(cell) && findContacts(cell).length === 0;
}

function withBareNames(people: Omit<Invited, 'categoryId'>[]): Omit<Invited, 'categoryId'>[] {
	if (people.some(({ name }) => INITIAL.test(name))) return people;
	const names = bareNames(people.map(({ name }) => name));
	return people.map((person, index) => ({ ...person, name: names[index] ?? '' }));
}
