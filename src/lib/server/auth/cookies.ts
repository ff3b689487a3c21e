/** The cookie of a signed-in account. */
export const ACCOUNT_COOKIE = 'tachawor_account';

/** The cookie of a guest of one workshop: one browser may be a guest of several. */
export function guestCookie(workshopId: string): string {
	return `tachawor_guest_${workshopId}`;
}
