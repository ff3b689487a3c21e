import { expect, test } from 'vitest';
import { noteHeight } from './note-height.ts';

const card = { beside: 24, around: 48, size: 16, line: 1.8 };

test('[LB3] a note that was not drawn yet takes about the room that its text will need', () => {
	// Measured on a phone: a card of 328 px with two and with seven lines.
	expect(noteHeight('صندوق ضمان جهوي خاص بالتعاونيات. توحيد العلامة.', 328, card)).toBeCloseTo(
		105.6
	);
	expect(noteHeight('ض'.repeat(260), 328, card)).toBeCloseTo(249.6);
});

test('[LB3] an empty note has one line, in however narrow a list', () => {
	expect(noteHeight('', 328, card)).toBeCloseTo(76.8);
	expect(noteHeight('كلمة', 0, card)).toBeGreaterThan(76);
});
