import type { Invited } from './ticket.ts';

/**
 * People as a list names them, one a line: the name, then after a semicolon (Arabic or Latin) or a tab the
 * organisation. Lines without a letter are left out; nothing is checked but that.
 */
export function parseInvitedList(pasted: string): Omit<Invited, 'categoryId'>[] {
	return pasted
		.split(/\r\n?|\n/u)
		.filter((line) => /\p{L}/u.test(line))
		.map((line) => {
			const [name = '', ...rest] = line.split(/[;؛\t]/u);
			return { name: name.trim(), organisation: rest.join(' ').trim() };
		});
}
