import { expect, test, vi } from 'vitest';
import { undoKey } from './undo-key.ts';

class FakeElement {
	private readonly tag: string;
	constructor(tag: string) {
		this.tag = tag;
	}
	closest(selector: string): FakeElement | null {
		return selector.split(', ').includes(this.tag) ? this : null;
	}
}
vi.stubGlobal('Element', FakeElement);

function press(key: string, code: string, held: Partial<KeyboardEvent> = {}, tag = 'main') {
	const target = new FakeElement(tag) as unknown as EventTarget;
	return undoKey({ key, code, ctrlKey: true, target, ...held } as KeyboardEvent);
}

test('[OF14] the key that says Z, wherever the layout has it', () => {
	expect(press('z', 'KeyZ')).toBe('undo');
	expect(press('Z', 'KeyZ', { shiftKey: true })).toBe('redo');
	expect(press('z', 'KeyW')).toBe('undo');
	expect(press('w', 'KeyZ')).toBeUndefined();
	expect(press('ئ', 'KeyZ')).toBe('undo');
	expect(press('y', 'KeyY')).toBe('redo');
	expect(press('z', 'KeyZ', { ctrlKey: false, metaKey: true })).toBe('undo');
});

test('[OF14] not without Ctrl, not with Alt, and not in a field', () => {
	expect(press('z', 'KeyZ', { ctrlKey: false })).toBeUndefined();
	expect(press('z', 'KeyZ', { altKey: true })).toBeUndefined();
	expect(press('z', 'KeyZ', {}, 'textarea')).toBeUndefined();
});
