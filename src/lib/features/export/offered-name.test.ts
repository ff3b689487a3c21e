import { expect, test } from 'vitest';
import { offeredName } from './offered-name.ts';

test('[EXP6] a file keeps the name that the server gave it', () => {
	const header = `attachment; filename="plan.docx"; filename*=UTF-8''plan-${encodeURIComponent('خطة')}.docx`;
	expect(offeredName(header, 'x')).toBe('plan-خطة.docx');
	expect(offeredName(null, 'plan.docx')).toBe('plan.docx');
	expect(offeredName("attachment; filename*=UTF-8''%E0%A4%A", 'plan.docx')).toBe('plan.docx');
});
