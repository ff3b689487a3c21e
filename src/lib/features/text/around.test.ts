import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { around } from './around.ts';

test('a message is told in two parts around the figure that is drawn apart', () => {
	const told = around((voted) => m.votes_voted_of({ voted, count: 60 }, { locale: 'ar' }));
	expect(told).toEqual(['صوّت ', ' من 60']);
});
