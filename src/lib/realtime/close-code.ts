import type { ErrorCode } from '../domain/errors.ts';

/**
 * Why a socket was ended. 4400 to 4499 end the client's reconnecting, 4500 to 4599 make it try later;
 * so the y-websocket client reads them.
 */
export const CLOSE_CODE = {
	badMessage: 4400,
	signedOut: 4401,
	forbidden: 4403,
	notFound: 4404,
	messageTooLarge: 4413,
	tryLater: 4503,
	outOfStep: 4509
} as const;

export type CloseCode = (typeof CLOSE_CODE)[keyof typeof CLOSE_CODE];

/** The error that a person is told when a socket ended with `code`, or undefined when it just tries again. */
export function errorOfCloseCode(code: number): ErrorCode | undefined {
	switch (code) {
		case CLOSE_CODE.badMessage:
			return 'update_refused';
		case CLOSE_CODE.signedOut:
			return 'session_revoked';
		case CLOSE_CODE.forbidden:
			return 'forbidden';
		case CLOSE_CODE.notFound:
			return 'not_found';
		case CLOSE_CODE.messageTooLarge:
			return 'message_too_large';
		default:
			return undefined;
	}
}
