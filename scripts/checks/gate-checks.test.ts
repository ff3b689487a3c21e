import { expect, test } from 'vitest';
import { findGateChecks } from './gate-checks.ts';

test('[MU1] every call that refuses is found, and can be taken out alone', () => {
	const checks = findGateChecks();
	expect(checks.length).toBeGreaterThan(50);
	expect(new Set(checks.map(({ without }) => without)).size).toBe(checks.length);
	const gap = checks.find(({ reason }) => reason === 'gap');
	expect(gap?.without).toContain('if (false && (');
});
