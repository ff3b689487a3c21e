import { expect, test } from 'vitest';
import { isCommand, undoKey, type KeyPress } from './undo-keys.ts';

function press(key: string, code: string, held: Partial<KeyPress> = { ctrlKey: true }): KeyPress {
	return { key, code, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
}

test('[CL7] undo and redo are where the layout writes a Z', () => {
	expect(undoKey(press('z', 'KeyZ'))).toBe('undo');
	expect(undoKey(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('redo');
	expect(undoKey(press('z', 'KeyZ', { metaKey: true }))).toBe('undo');
	// AZERTY: Z is where others have W.
	expect(undoKey(press('z', 'KeyW'))).toBe('undo');
	expect(undoKey(press('w', 'KeyZ'))).toBeUndefined();
	expect(undoKey(press('z', 'KeyZ', {}))).toBeUndefined();
});

test('[CL7] on an Arabic layout the key that carries the Latin letter serves', () => {
	expect(undoKey(press('ئ', 'KeyZ'))).toBe('undo');
	expect(undoKey(press('ئ', 'KeyZ', { ctrlKey: true, shiftKey: true }))).toBe('redo');
	expect(isCommand(press('ش', 'KeyA'), 'a')).toBe(true);
	expect(isCommand(press('ش', 'KeyA'), 'z')).toBe(false);
});
