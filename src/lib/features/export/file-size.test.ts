import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test('[EXP6] sizes are told in kilobytes and megabytes, in the digits of the language', () => {
	expect(fileSize(10, 'en')).toBe('1 kB');
	expect(fileSize(16_957, 'fr')).toBe('17 Ko');
	expect(fileSize(1_234_567, 'ar')).toBe('1,2 ميغابايت');
	expect(fileSize(1_234_567, 'en')).toBe('1.2 MB');
});
