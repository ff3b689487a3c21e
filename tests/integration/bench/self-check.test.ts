import { afterAll, describe, expect, test } from 'vitest';
import { selfCheck } from '../../bench/self-check.ts';
import { PLAIN } from '../../bench/subjects/peers.ts';
import type { SubjectKind } from '../../bench/subjects/subject.ts';
import { removePrepared, TACHAWOR } from '../../bench/subjects/tachawor.ts';

afterAll(removePrepared);

/** A server that the load generator misunderstands: it is in another room than the people. */
const MISUNDERSTOOD: SubjectKind = {
	...PLAIN,
	async start(need) {
		const subject = await PLAIN.start(need);
		const [real, ...generated] = subject.plan.visits;
		const elsewhere = generated.map((visit) => ({
			...visit,
			paths: visit.paths.map((path) => `${path}-elsewhere`)
		}));
		return { ...subject, plan: { ...subject.plan, visits: real ? [real, ...elsewhere] : [] } };
	}
};

describe('[BE6] before anything is measured', () => {
	test.each([PLAIN, TACHAWOR])(
		'the generator and real clients of $name understand each other',
		async (kind) => {
			await selfCheck(kind);
		}
	);

	test('a generator that is not where the real clients are fails the bench', async () => {
		await expect(selfCheck(MISUNDERSTOOD, 1000)).rejects.toThrow('not to be trusted');
	});
});
