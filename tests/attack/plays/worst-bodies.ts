import { WORST_BODIES } from '../../support/http/worst-bodies.ts';
import { joins } from '../ask.ts';
import type { Play } from '../play.ts';

const TIMES = { short: 1, whole: 20 };
const TARGETS = [
	['json', '/api/join'],
	['form', '/join'],
	['form', '/sign-in']
] as const;

/** The worst bodies to what strangers may ask, again and again, while people come in. */
export const WORST: Play = {
	id: 'AK3',
	what: 'the worst bodies to every door of strangers, while people come in',
	async run(ground, force) {
		const broke: string[] = [];
		for (let time = 0; time < TIMES[force]; time++)
			for (const [how, path] of TARGETS)
				for (const [what, headers, body] of WORST_BODIES[how]) {
					const status = await fetch(ground.origin + path, {
						method: 'POST',
						headers: { ...headers, accept: 'text/html', origin: ground.origin },
						body,
						redirect: 'manual'
					}).then(
						async (answer) => {
							await answer.text();
							return answer.status;
						},
						// A body that is refused by its length is not read to its end.
						() => 413
					);
					if (status < 400 || status >= 500) broke.push(`${path}, ${what}: answered ${status}`);
					if (!(await joins(ground))) broke.push(`${path}, ${what}: the door was shut after it`);
				}
		return broke;
	}
};
