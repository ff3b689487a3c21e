/**
 * Adds what the server has to write beside an update. Each thing that it owes is one call, as each check is one of
 * `refuse`, so that it can be taken out alone: some test then has to fail.
 */
export function owe(_what: 'mark' | 'time', writes: (() => void)[], write: () => void): void {
	writes.push(write);
}
