/** As much of localStorage as is needed here. */
export type ItemStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** The device's own storage; undefined where there is none, as on the server, or where it is forbidden. */
export function findStorage(): ItemStorage | undefined {
	try {
		return typeof localStorage === 'undefined' ? undefined : localStorage;
	} catch {
		return undefined;
	}
}
