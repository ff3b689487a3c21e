import type { PrivacySettings } from './privacy.ts';

/** What people are told of their data before they join: who holds them, how long, and whom to ask. */
export interface PurposeNotice extends Pick<
	PrivacySettings,
	'contact' | 'keepDays' | 'eraseWords'
> {
	/** The names of the organisers; none where nobody named them yet. */
	readonly holders: readonly string[];
}
