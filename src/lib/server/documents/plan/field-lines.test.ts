import { expect, test } from 'vitest';
import { actionOf } from '../../../../../tests/support/workshops/action-of.ts';
import { ACTION_PARTS, PART_NAMES } from '#lib/domain/plan/action-fields.ts';
import type { Part } from '#lib/domain/plan/field-parts.ts';
import { documentWords } from '../content/document-words.ts';
import { fieldLines, LINE_FIELDS } from './field-lines.ts';

/** Something that a part may hold; texts say which part it is. */
function filled(name: string, part: Part): unknown {
	switch (part.kind) {
		case 'rows':
			return [
				Object.fromEntries(
					Object.entries(part.columns).map(([column, of]) => [column, filled(column, of)])
				)
			];
		case 'choice':
			return part.values.at(-1);
		case 'tags':
			return part.values;
		case 'number':
			return part.unit === 'percent' ? 40 : 2027;
		case 'month':
			return '2026-03';
		case 'flag':
			return true;
		case 'line':
		case 'text':
			return `${name} بكلمات`;
		default:
			return undefined;
	}
}

const WHOLE = actionOf({
	...Object.fromEntries(PART_NAMES.map((name) => [name, filled(name, ACTION_PARTS[name])])),
	id: 'a1'
});

test('[PL13] whatever was filled of a field stands in the sheet of a document, in words', () => {
	const words = documentWords('fr');
	const told = Object.fromEntries(
		LINE_FIELDS.map((key) => [key, fieldLines(WHOLE, key, words).join('\n')])
	);
	expect(Object.entries(told).filter(([, lines]) => lines === '')).toEqual([]);
	expect(told).toMatchObject({
		rationale: 'rationale بكلمات',
		nature: 'Programme',
		responsible: 'name بكلمات',
		contribution_year: expect.stringMatching(/^2027 · source بكلمات · .*2.027.DH/u) as string,
		milestones: 'Phase\u00A0: phase بكلمات\nlabel بكلمات · mars 2026',
		raci: 'name بكلمات · Informé (I)',
		progress: 'Avancement physique (%)\u00A0: 40\u00A0%\nAvancement financier (%)\u00A0: 40\u00A0%'
	});
	expect(told.cross_cutting).toContain('Genre');
});

test('[PL13] a field that nobody filled says nothing', () => {
	const bare = actionOf({ id: 'a1', title: { ar: 'إجراء' } });
	const lines = LINE_FIELDS.flatMap((key) => fieldLines(bare, key, documentWords('ar')));
	expect(lines).toEqual([]);
});
