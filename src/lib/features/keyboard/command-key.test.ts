import { expect, test } from 'vitest';
import { isCommand, type KeyPress } from './command-key.ts';

const NOTHING = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

function press(key: string, code: string, held: Partial<KeyPress> = { ctrlKey: true }): KeyPress {
	return { key, code, ...NOTHING, ...held };
}

test('[KB1] the character decides where the layout writes Latin letters', () => {
	expect(isCommand(press('a', 'KeyA'), 'a')).toBe(true);
	expect(isCommand(press('A', 'KeyA', { metaKey: true, shiftKey: true }), 'a')).toBe(true);
	// AZERTY has A where others have Q, and Z where others have W.
	expect(isCommand(press('a', 'KeyQ'), 'a')).toBe(true);
	expect(isCommand(press('q', 'KeyA'), 'a')).toBe(false);
	expect(isCommand(press('w', 'KeyZ'), 'z')).toBe(false);
});

test('[KB1] on an Arabic layout the key that carries the Latin letter serves', () => {
	expect(isCommand(press('ش', 'KeyA'), 'a')).toBe(true);
	expect(isCommand(press('ش', 'KeyA'), 'z')).toBe(false);
	// With Shift that layout writes a sign that is no letter.
	expect(isCommand(press('~', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'z')).toBe(true);
});

test('[KB1] not without Ctrl or ⌘, and not with Alt, which writes characters', () => {
	expect(isCommand(press('a', 'KeyA', {}), 'a')).toBe(false);
	expect(isCommand(press('a', 'KeyA', { ctrlKey: true, altKey: true }), 'a')).toBe(false);
});
