/** Names of errors that no other try mends: a setting, the port, or the build has to be changed first. */
const UNHEALABLE: ReadonlySet<string> = new Set(['ConfigurationError', 'ListenError']);

/** True when a start failed in a way that trying again cannot mend. */
export function cannotStart(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	// What the build throws is of its own copy of each class, so it is known by its name.
	return UNHEALABLE.has(error.name) || cannotStart(error.cause);
}

/** What went wrong and what that came from, each once: a migration that failed says why only in its cause. */
export function reasonsOf(error: unknown): string[] {
	if (!(error instanceof Error)) return typeof error === 'string' ? [error] : [];
	return [...new Set([error.message, ...reasonsOf(error.cause)])];
}
