import { expect, test } from 'vitest';
import { axisColour } from './axis-colours.ts';
import { millions } from './millions.ts';

test('[DR4] money on the table is in millions with one decimal', () => {
	expect(millions(31_900_000, 'ar')).toBe('31,9');
	expect(millions(2_460_000, 'en')).toBe('2.5');
	expect(millions(0, 'fr')).toBe('0');
});

test('[DR4] every axis has a colour, however many there are', () => {
	expect(axisColour(1)).toBe('sky');
	expect(axisColour(8)).toBe('sky');
});
