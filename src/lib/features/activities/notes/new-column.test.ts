import { expect, test } from 'vitest';
import { newColumn, renamed } from './new-column.ts';

const typed = (names: readonly string[]) =>
	names.reduce((column, ar) => renamed(column, { ...column.name, ar }), newColumn('C1'));

test('[AG11] a new column that is named in one language keeps its given name in no other', () => {
	// As the field tells it, letter by letter, the given name taken out first.
	expect(typed(['', 'ت', 'تحديات']).name).toEqual({ ar: 'تحديات' });
	expect(typed(['أفكار وتحديات']).name).toEqual({ ar: 'أفكار وتحديات' });
	expect(typed(['', 'أفكار']).name).toEqual(newColumn('C1').name);
});

test('[AG11] what is typed in another language afterwards stays, also the given name', () => {
	const column = typed(['تحديات']);
	const french = renamed(column, { ...column.name, fr: 'Idées' });
	expect(renamed(french, { ...french.name, en: 'Challenges' }).name).toEqual({
		ar: 'تحديات',
		fr: 'Idées',
		en: 'Challenges'
	});
});
