import { expect, test } from 'vitest';
import { parseInvitedList } from './invited-list.ts';

test('[TK7] a list of invited people is read line by line, with the organisation after a semicolon or tab', () => {
	expect(
		parseInvitedList('سعاد المرابط؛ تعاونية الأمل\r\n\n  —  \nAhmed Alami ; CRI\nأمينة\tوكالة')
	).toEqual([
		{ name: 'سعاد المرابط', organisation: 'تعاونية الأمل' },
		{ name: 'Ahmed Alami', organisation: 'CRI' },
		{ name: 'أمينة', organisation: 'وكالة' }
	]);
	expect(parseInvitedList('Souad ; CRI ; Fès\nKarim')).toEqual([
		{ name: 'Souad', organisation: 'CRI   Fès' },
		{ name: 'Karim', organisation: '' }
	]);
	expect(parseInvitedList('')).toEqual([]);
});
