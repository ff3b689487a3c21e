import { isDomainError, type DomainError } from '#lib/domain/errors.ts';

/** The error that `command` ends in; fails when it succeeds or throws anything else. */
export async function refusalOf(command: Promise<unknown>): Promise<DomainError> {
	try {
		await command;
	} catch (thrown) {
		if (isDomainError(thrown)) return thrown;
		throw thrown;
	}
	throw new Error('This was expected to be refused.');
}
