import { expect, test } from 'vitest';
import { withoutChatMarks } from './chat-marks.ts';

test.each([
	['*السلطات المحلية*', 'السلطات المحلية'],
	['_المجتمع المدني_\n~قديم~', 'المجتمع المدني\nقديم'],
	['*_~كل شيء~_*', 'كل شيء'],
	['**Élus** et __presse__', 'Élus et presse'],
	['`code`, *Important:* la suite', 'code, Important: la suite'],
	['* Élus\n* Presse', '* Élus\n* Presse'],
	['snake_case_name 2*3*4 a*b', 'snake_case_name 2*3*4 a*b'],
	['5 * 3 * 2, _', '5 * 3 * 2, _']
])('[LS9] %j is %j', (text, plain) => {
	expect(withoutChatMarks(text)).toBe(plain);
});
