import { expect, test } from 'vitest';
import type { KeyPress } from './command-key.ts';
import { runKey } from './run-key.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
	key,
	code,
	ctrlKey: true,
	metaKey: false,
	shiftKey: false,
	altKey: false,
	...held
});

test('[KB2] next step, closing and time have keys on QWERTY, AZERTY and Arabic layouts', () => {
	expect(runKey(press('Enter', 'Enter'))).toBe('next');
	expect(runKey(press('Enter', 'NumpadEnter', { ctrlKey: false, metaKey: true }))).toBe('next');
	expect(runKey(press('Enter', 'Enter', { shiftKey: true }))).toBe('close');
	expect(runKey(press('k', 'KeyK'))).toBe('timer');
	expect(runKey(press('ن', 'KeyK'))).toBe('timer');
	expect(runKey(press('ArrowUp', 'ArrowUp'))).toBe('more');
	expect(runKey(press('ArrowDown', 'ArrowDown'))).toBe('less');
});

test('[KB2] not without Ctrl or ⌘, and not with Alt, which writes characters', () => {
	expect(runKey(press('Enter', 'Enter', { ctrlKey: false }))).toBeUndefined();
	expect(runKey(press('Enter', 'Enter', { altKey: true }))).toBeUndefined();
	expect(runKey(press('k', 'KeyK', { shiftKey: true }))).toBeUndefined();
	expect(runKey(press('ArrowUp', 'ArrowUp', { shiftKey: true }))).toBeUndefined();
});
