import { expect, test } from 'vitest';
import { runCrashCampaign } from './crash-campaign.ts';
import { openLyingRelay } from './lying-relay.ts';
import { verifyData } from './verify-data.ts';

test('[NL2] a server that is killed under load has lost nothing that it acknowledged', async () => {
	const { kills, problems, notes } = await runCrashCampaign({
		times: 2,
		seed: 415,
		participants: 12,
		verify: verifyData
	});
	expect(kills.flatMap(({ losses }) => losses)).toEqual([]);
	expect(problems).toEqual([]);
	expect(kills).toHaveLength(2);
	expect(notes).toBeGreaterThan(20);
});

test('[NL3] the campaign finds a server that acknowledges before it stores', async () => {
	const { kills } = await runCrashCampaign({
		times: 5,
		seed: 415,
		participants: 12,
		verify: verifyData,
		between: openLyingRelay
	});
	expect(kills.at(-1)?.losses.length).toBeGreaterThan(0);
});
