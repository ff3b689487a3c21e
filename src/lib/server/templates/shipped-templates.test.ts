import { expect, test } from 'vitest';
import { BREAKS_FRENCH } from '../../../../scripts/checks/catalogue-problems.ts';
import { offeredTemplates, SHIPPED_TEMPLATES } from './shipped-templates.ts';

test('[TP1] the shipped templates are read as anybody’s and offered with what they bring', () => {
	expect(offeredTemplates()).toEqual([
		expect.objectContaining({ id: 'fes-meknes', activities: 11, categories: 17, objectives: 6 })
	]);
	expect(SHIPPED_TEMPLATES['fes-meknes'].activities.map(({ kind }) => kind)).toEqual([
		...['protocol', 'presentation', 'notes', 'break', 'notes', 'notes'],
		...['break', 'notes', 'notes', 'proposals', 'plenary']
	]);
});

test('[MC4] no line of a shipped French text begins with punctuation', () => {
	const french = JSON.stringify(SHIPPED_TEMPLATES).match(/"fr":"[^"]*"/g) ?? [];
	expect(french.length).toBeGreaterThan(0);
	expect(french.filter((text) => BREAKS_FRENCH.test(text))).toEqual([]);
});
