import { expect, test } from 'vitest';
import { AdmissionTurns } from './admission-turns.ts';

test('[RM27] a crowd is let in over several turns of the event loop, in order, and nobody waits for ever', async () => {
	const turns = new AdmissionTurns();
	const entered: number[] = [];
	let loopTurns = 0;
	const count = (): void => {
		loopTurns++;
		if (entered.length < 40) setImmediate(count);
	};
	setImmediate(count);
	await Promise.all(
		Array.from({ length: 40 }, async (_, index) => {
			await turns.next();
			await Promise.resolve();
			entered.push(index);
			const end = performance.now() + 2;
			while (performance.now() < end);
		})
	);
	expect(entered).toEqual(Array.from({ length: 40 }, (_, index) => index));
	expect(loopTurns).toBeGreaterThanOrEqual(4);
	await turns.next();
});
