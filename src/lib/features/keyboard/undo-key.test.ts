import { expect, test, vi } from 'vitest';
import { undoByKey, undoKey } from './undo-key.ts';

class FakeElement {
	private readonly tag: string;
	constructor(tag: string) {
		this.tag = tag;
	}
	closest(selector: string): FakeElement | null {
		return selector.split(', ').some((one) => one.startsWith(this.tag)) ? this : null;
	}
}
vi.stubGlobal('Element', FakeElement);

function press(key: string, code: string, held: Partial<KeyboardEvent> = {}, tag = 'main') {
	const target = new FakeElement(tag) as unknown as EventTarget;
	return undoKey({ key, code, ctrlKey: true, target, ...held } as KeyboardEvent);
}

test('[OF14] [CL7] [KB1] the key that says Z, wherever the layout has it', () => {
	expect(press('z', 'KeyZ')).toBe('undo');
	expect(press('Z', 'KeyZ', { shiftKey: true })).toBe('redo');
	expect(press('z', 'KeyW')).toBe('undo');
	expect(press('w', 'KeyZ')).toBeUndefined();
	expect(press('ئ', 'KeyZ')).toBe('undo');
	expect(press('y', 'KeyY')).toBe('redo');
	expect(press('z', 'KeyZ', { ctrlKey: false, metaKey: true })).toBe('undo');
	expect(press('ئ', 'KeyZ', { shiftKey: true })).toBe('redo');
	expect(press('غ', 'KeyY')).toBe('redo');
	expect(press('y', 'KeyY', { shiftKey: true })).toBeUndefined();
});

test('[OF14] not without Ctrl, not with Alt, and not in a field', () => {
	expect(press('z', 'KeyZ', { ctrlKey: false })).toBeUndefined();
	expect(press('z', 'KeyZ', { altKey: true })).toBeUndefined();
	expect(press('z', 'KeyZ', {}, 'textarea')).toBeUndefined();
});

test('[OF14] a key that asks for a step takes it, and is left to the browser otherwise', () => {
	const steps = { undo: vi.fn(), redo: vi.fn() };
	const event = (key: string) => {
		const preventDefault = vi.fn();
		const target = new FakeElement('main') as unknown as EventTarget;
		const pressed = { key, code: 'KeyZ', ctrlKey: true, target, preventDefault };
		return pressed as unknown as KeyboardEvent & { preventDefault: typeof preventDefault };
	};
	const [undo, other, nowhere] = [event('ئ'), event('w'), event('z')];
	undoByKey(undo, steps);
	undoByKey(other, steps);
	undoByKey(nowhere, undefined);
	expect([steps.undo.mock.calls.length, steps.redo.mock.calls.length]).toEqual([1, 0]);
	const prevented = [undo, other, nowhere].map((one) => one.preventDefault.mock.calls.length);
	expect(prevented).toEqual([1, 0, 0]);
});
