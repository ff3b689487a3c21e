import { expect, test } from 'vitest';
import { joinedForms } from './joined-forms.ts';

test('[DX5] Arabic is measured in the forms in which its letters join', () => {
	expect(joinedForms('بيت')).toBe('\uFE91\uFEF4\uFE96');
	expect(joinedForms('دار')).toBe('\uFEA9\uFE8D\uFEAD');
	expect(joinedForms('سلام لا')).toBe('\uFEB3\uFEFC\uFEE1 \uFEFB');
	expect(joinedForms('مُيَسِّر Fès 12')).toBe('\uFEE3\uFEF4\uFEB4\uFEAE Fès 12');
});
