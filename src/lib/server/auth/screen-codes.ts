import { createHmac, randomBytes } from 'node:crypto';
import { JOIN_CODE_LENGTH, codeFrom } from '../../domain/people/join-code.ts';
import { installationSecret } from './installation-secret.ts';
import type { RootDb } from '../db/database.ts';

/** Short codes by which a computer becomes a hall's screen. */
export interface ScreenCodes {
	/** One that nobody foresees. */
	fresh(): string;
	/** By which a code is found; tells nothing of the code to who lacks the installation's secret. */
	lookupOf(code: string): string;
}

export async function openScreenCodes(db: RootDb): Promise<ScreenCodes> {
	const key = await installationSecret(db, 'screens');
	return {
		fresh: () => codeFrom(JOIN_CODE_LENGTH, (count) => randomBytes(count)),
		lookupOf: (code) => createHmac('sha256', key).update(code).digest('base64url')
	};
}
