import type { KeepDays } from '#lib/domain/workshops/privacy.ts';
import { m } from '#lib/paraglide/messages.js';

const PERIODS: Readonly<Record<KeepDays, () => string>> = {
	30: () => m.privacy_keep_30(),
	90: () => m.privacy_keep_90(),
	180: () => m.privacy_keep_180(),
	365: () => m.privacy_keep_365(),
	730: () => m.privacy_keep_730(),
	1825: () => m.privacy_keep_1825()
};

/** How long data are kept, in words. */
export function keepWords(days: KeepDays | null): string {
	return days === null ? m.privacy_keep_none() : PERIODS[days]();
}
