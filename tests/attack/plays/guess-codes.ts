import { joins, sendJson } from '../ask.ts';
import type { Play } from '../play.ts';

const WRONG = { short: 1000, whole: 5000 };
/** Requests on their way at once. */
const AT_ONCE = 50;

/** A thousand wrong codes from one machine, while people of the hall come in by the right one. */
export const GUESS_CODES: Play = {
	id: 'AK1',
	what: 'wrong join codes by the thousand, while people come in by the right one',
	async run(ground, force) {
		const broke: string[] = [];
		let left = WRONG[force];
		const guessing = { ended: false };
		const guess = async (): Promise<void> => {
			while (left-- > 0) {
				const body = { code: 'ZZZZZZ', categoryId: 'x', language: 'ar' };
				const { status } = await sendJson(ground, '/api/join', body);
				if (status !== 404 && status !== 429) broke.push(`a wrong code was answered ${status}`);
			}
		};
		const guesses = Promise.all(Array.from({ length: AT_ONCE }, guess)).then(
			() => (guessing.ended = true)
		);
		let joined = 0;
		do {
			if (await joins(ground)) joined++;
			else broke.push('a right code was refused while wrong ones came');
		} while (!guessing.ended && joined < 100);
		await guesses;
		if (!(await joins(ground))) broke.push('a right code was refused after wrong ones');
		return broke;
	}
};
