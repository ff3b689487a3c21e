const KEY = 'tachawor.joined';

/** Remembers, until the participant's page comes, that somebody joined in this tab by a press of their own. */
export function rememberJoining(): void {
	try {
		sessionStorage.setItem(KEY, '1');
	} catch {
		// Then one touch more is needed to begin to write.
	}
}

/** True once after {@link rememberJoining}: the page that comes now is where joining led. */
export function takeJoining(): boolean {
	try {
		const joined = sessionStorage.getItem(KEY) !== null;
		sessionStorage.removeItem(KEY);
		return joined;
	} catch {
		return false;
	}
}
