import { expect, test } from 'vitest';
import { ownTitles } from './own-titles.ts';

const origin = {
	title: { ar: 'ورشة القطب النموذجي', fr: 'Atelier du pôle pilote' },
	shortTitle: { ar: 'القطب' }
};

test('[WS12] a workshop with a title of its own keeps no title of the one it begins with', () => {
	expect(ownTitles({ ...origin.title, ar: 'رقمنة الجماعات' }, origin)).toEqual({
		title: { ar: 'رقمنة الجماعات' },
		shortTitle: {}
	});
	expect(ownTitles({ ar: 'رقمنة الجماعات', fr: 'Communes numériques' }, origin)).toEqual({
		title: { ar: 'رقمنة الجماعات', fr: 'Communes numériques' },
		shortTitle: {}
	});
});

test('[WS12] a title that is left as it was stays whole', () => {
	expect(ownTitles(origin.title, origin)).toEqual(origin);
});
