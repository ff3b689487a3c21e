/** An attack as docs/security.md has it. */
export interface Attack {
	readonly id: string;
	readonly what: string;
	/** Files of tests, from the root. */
	readonly tests: readonly string[];
}

/** The attacks of the document: the lines of its table whose first cell is an id such as `AK1`. */
export function attacksIn(document: string): Attack[] {
	return document.split('\n').flatMap((line) => {
		const [, id = '', what = '', , tests = ''] = line.split('|').map((cell) => cell.trim());
		if (!/^AK\d+$/.test(id)) return [];
		return [
			{ id, what, tests: [...tests.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = '']) => file) }
		];
	});
}
