import { open, sendForm } from '../ask.ts';
import { FACILITATOR } from '../ground.ts';
import type { Play } from '../play.ts';

const WRONG = { short: 400, whole: 2000 };
const AT_ONCE = 25;

/** Wrong passwords for one account and for many, while its owner signs in again and works on. */
export const GUESS_PASSWORDS: Play = {
	id: 'AK2',
	what: 'wrong passwords by the hundred, while a known laptop signs in and an open session works',
	async run(ground, force) {
		const broke: string[] = [];
		const first = await sendForm(ground, '/sign-in', FACILITATOR);
		if (first.status !== 303) return [`the owner could not sign in at first: ${first.status}`];
		const session = first.cookies.join('; ');
		const laptop = first.cookies.filter((cookie) => cookie.startsWith('tachawor_known')).join('; ');
		let left = WRONG[force];
		let held = 0;
		const guess = async (): Promise<void> => {
			while (left-- > 0) {
				const email = left % 2 === 0 ? FACILITATOR.email : `nobody${left}@example.invalid`;
				const { status } = await sendForm(ground, '/sign-in', { email, password: `wrong ${left}` });
				if (status === 429) held++;
				else if (status !== 400) broke.push(`a wrong password was answered ${status}`);
			}
		};
		const guessing = Promise.all(Array.from({ length: AT_ONCE }, guess));
		for (let again = 0; again < 5; again++) {
			const { status } = await sendForm(ground, '/sign-in', FACILITATOR, laptop);
			if (status !== 303)
				broke.push(`a known laptop with the right password was answered ${status}`);
			const page = await open(ground, '/workshops', session);
			if (page.status !== 200) broke.push(`an open session was answered ${page.status}`);
		}
		await guessing;
		if (held === 0) broke.push('no wrong password was ever held back');
		return broke;
	}
};
