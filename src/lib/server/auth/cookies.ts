/** The cookie of a signed-in account. */
export const ACCOUNT_COOKIE = 'tachawor_account';

/** The cookie of a guest of one workshop: one browser may be a guest of several. */
export function guestCookie(workshopId: string): string {
	return `tachawor_guest_${workshopId}`;
}

/**
 * Names a device for a day, so that wrong join codes are counted by it and joining that is asked for twice
 * happens once.
 */
export const DEVICE_COOKIE = 'tachawor_device';

/** What a device keeps on which somebody signed in before, so that others' wrong passwords do not hold it back. */
export const KNOWN_COOKIE = 'tachawor_known';
