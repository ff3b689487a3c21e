import { createHmac, timingSafeEqual } from 'node:crypto';
import { installationSecret } from '../auth/installation-secret.ts';
import { newSecret } from '../auth/secret-hash.ts';
import type { RootDb } from '../db/database.ts';

/** Accounts that one device is remembered for; the one that signed in longest ago is forgotten first. */
const MOST_ACCOUNTS = 4;

/**
 * Devices on which somebody signed in before. What a device keeps says so itself: its name, and for each
 * account a hash keyed with this installation's secret. So no memory of the server grows with them, a restart
 * forgets none, and nobody can make one up. It opens nothing; it only tells whose misses count alone.
 */
export interface KnownDevices {
	/** The device's name where `kept` says that `email` signed in on it, else undefined. */
	recognise(kept: string | undefined, email: string): string | undefined;
	/** What the device keeps from now on, after `email` signed in on it. */
	remember(kept: string | undefined, email: string): string;
}

/** Reads the secret that marks are keyed with. */
export async function openKnownDevices(db: RootDb): Promise<KnownDevices> {
	return knownDevices(await installationSecret(db, 'known_devices'));
}

/** Devices whose marks are keyed with `key`. */
export function knownDevices(key: string): KnownDevices {
	const markOf = (device: string, email: string): string =>
		createHmac('sha256', key).update(`${device}\0${email}`).digest('base64url');
	return {
		recognise(kept, email) {
			const { device, marks } = read(kept);
			if (device === undefined) return undefined;
			const mark = Buffer.from(markOf(device, email));
			return marks.some((one) => sameBytes(Buffer.from(one), mark)) ? device : undefined;
		},
		remember(kept, email) {
			const { device = newSecret(), marks } = read(kept);
			const mark = markOf(device, email);
			const others = marks.filter((one) => one !== mark).slice(1 - MOST_ACCOUNTS);
			return [device, ...others, mark].join('.');
		}
	};
}

function read(kept = ''): { device: string | undefined; marks: readonly string[] } {
	if (!/^[0-9a-v]{32}(?:\.[\w-]{43}){1,4}$/.test(kept)) return { device: undefined, marks: [] };
	const [device, ...marks] = kept.split('.');
	return { device, marks };
}

function sameBytes(a: Buffer, b: Buffer): boolean {
	return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
