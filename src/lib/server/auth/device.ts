import type { RequestEvent } from '@sveltejs/kit';
import { DEVICE_COOKIE } from './cookies.ts';
import { newSecret } from './secret-hash.ts';

const ONE_DAY = 24 * 60 * 60;

/** What names this browser for a day, given to it on its first visit: rates are counted by it. */
export function deviceOf({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): string {
	const known = cookies.get(DEVICE_COOKIE);
	if (known !== undefined && /^[0-9a-v]{32}$/.test(known)) return known;
	const device = newSecret();
	cookies.set(DEVICE_COOKIE, device, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: locals.secure,
		maxAge: ONE_DAY
	});
	return device;
}
