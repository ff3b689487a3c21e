import type { AccountActor, GuestActor } from '#lib/domain/people/actor.ts';
import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { App as Application } from '#lib/server/app.ts';

declare global {
	namespace App {
		interface Error {
			code: ErrorCode;
			details: ErrorDetails;
			/** What the person is told, in the language of the page. */
			message: string;
			/** Given to the person and written to the log, so that an administrator can find what happened. */
			reference?: string;
		}
		interface Locals {
			app: Application;
			locale: Locale;
			/** The signed-in account, or null. */
			account: (AccountActor & { name: string; email: string }) | null;
			/** Who this browser is in the workshop, or undefined when nobody joined it here. */
			guest(workshopId: string): Promise<GuestActor | undefined>;
			/** `secure` for each cookie that is set: true when this request came by https. */
			secure: boolean;
		}
	}
}
