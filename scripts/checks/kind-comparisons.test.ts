import { expect, test } from 'vitest';
import { kindComparisons, strayKindComparisons } from './kind-comparisons.ts';

test('[AK5] nothing outside the homes of the kinds compares one with a string', () => {
	expect(strayKindComparisons()).toEqual([]);
});

test.each([
	"if (activity.kind === 'break') return;",
	"{#if editing.kind !== 'notes'}",
	"agenda.filter(({ kind }) => kind != 'break')",
	"'vote' === item?.kind",
	"['notes', 'vote'].includes(activity.kind)",
	"new Set(['notes', 'vote']).has(kind)",
	"switch (activity.kind) {\n\tcase 'notes':",
	".where('activity.kind', '!=', 'break')",
	".where('kind', 'in', ['break', 'protocol'])",
	'<button class="btn" name="newKind" value="notes">',
	'<button name="newKind" formaction="?/add" value="notes">',
	'<button value="notes" name="newKind">',
	'<ActivityLine kind="break" />'
])('[AK5] %s is found', (text) => {
	expect(kindComparisons(`const first = 1;\n${text}`)).toMatchObject([{ line: 2 }]);
});

test.each([
	"if (step.kind === 'open_vote') return;",
	"if (scene === 'vote') return;",
	"if (aside === 'notes') return;",
	"const item = { kind: 'notes', parameters };",
	"switch (step.kind) {\n\tcase 'cluster':",
	'<input name="newKind" value={DEFAULT_KIND} />',
	'<button name="aside" value="notes">',
	'ACTIVITIES[activity.kind].board(activity.parameters)'
])('[AK5] %s is not', (text) => {
	expect(kindComparisons(text)).toEqual([]);
});
