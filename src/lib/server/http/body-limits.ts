/**
 * Most bytes of a request's body, by what it holds. A form sends a letter of Arabic as six bytes. Each route
 * names its own; reading a body of `fields` takes well under a millisecond, one of `texts` some.
 */
export const BODY_LIMITS = {
	/** Some short fields, as to join, to sign in or to press a button: all that a stranger may send. */
	fields: 16 * 1024,
	/** What people write on a page of preparing, in three languages; from those signed in only. */
	texts: 512 * 1024,
	/** A logo with its form; from those signed in only. */
	picture: 8 * 1024 * 1024
} as const;
