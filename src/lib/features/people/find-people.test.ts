import { expect, test } from 'vitest';
import { findPeople } from './find-people.ts';

const PEOPLE = [
	{ name: 'سُعاد العلوي', category: 'تعاونيات' },
	{ name: '', category: 'خبراء ومهنيون' },
	{ name: 'Émile', category: 'الصحافة' }
];
const find = (query: string) =>
	findPeople(PEOPLE, query, ({ name, category }) => [name, category]).map(
		({ category }) => category
	);

test('[PE7] people are found by any word of name, organisation or category, however it is written', () => {
	expect(find('')).toHaveLength(3);
	expect(find('سعاد')).toEqual(['تعاونيات']);
	expect(find('العلوى تعاون')).toEqual(['تعاونيات']);
	expect(find('emile')).toEqual(['الصحافة']);
	expect(find('الصحافه')).toEqual(['الصحافة']);
	expect(find('سعاد خبراء')).toEqual([]);
});
