import { DomainError } from '../errors.ts';
import { isInkless } from '../text/ink.ts';

/** The Wi-Fi that phones find in the hall. */
export interface HallWifi {
	readonly network: string;
	/** '' where the network is open. */
	readonly password: string;
}

/** What a network's name and a WPA password may measure; a letter of Arabic takes two bytes. */
export const WIFI_LIMITS = { networkBytes: 32, passwordLeast: 8, passwordMost: 63 } as const;

/**
 * What was given, without spaces around it, which nobody could read on paper; null where nothing was. Throws,
 * with the field in its details, `text_empty` for a password without a network, `text_too_long` for a name of
 * more than 32 bytes, and `invalid_input` for a name with control characters and for a password that is not
 * of 8 to 63 letters, digits and signs of ASCII, as WPA has it.
 */
export function requireHallWifi(given: HallWifi): HallWifi | null {
	const network = given.network.trim();
	const password = given.password.trim();
	if (isInkless(network)) {
		if (password === '') return null;
		throw new DomainError('text_empty', { field: 'network' });
	}
	if (/\p{Cc}/u.test(network)) throw new DomainError('invalid_input', { field: 'network' });
	const { networkBytes: limit, passwordLeast, passwordMost } = WIFI_LIMITS;
	const length = new TextEncoder().encode(network).length;
	if (length > limit) throw new DomainError('text_too_long', { field: 'network', limit, length });
	const asWpaHasIt =
		/^[ -~]*$/.test(password) &&
		password.length >= passwordLeast &&
		password.length <= passwordMost;
	if (password !== '' && !asWpaHasIt) throw new DomainError('invalid_input', { field: 'password' });
	return { network, password };
}

/** What phones read from a QR code to connect: the notation of ZXing, which their cameras know. */
export function wifiInQr({ network, password }: HallWifi): string {
	const name = escaped(network);
	return password === ''
		? `WIFI:T:nopass;S:${name};;`
		: `WIFI:T:WPA;S:${name};P:${escaped(password)};;`;
}

/** The signs that part the notation's fields, with a backslash before each. */
function escaped(text: string): string {
	return text.replace(/[\\;,:"]/g, String.raw`\$&`);
}
