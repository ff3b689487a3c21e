import { expect, test } from 'vitest';
import { runCrashCampaign } from './crash-campaign.ts';
import { openLyingRelay } from './lying-relay.ts';
import { runPublishCampaign } from './publish-campaign.ts';
import { verifyData } from './verify-data.ts';

test('[NL2] a server that is killed under load has lost nothing that it acknowledged', async () => {
	const { deaths, problems, notes } = await runCrashCampaign({
		times: 2,
		seed: 415,
		participants: 12,
		verify: verifyData
	});
	expect(deaths.flatMap(({ losses }) => losses)).toEqual([]);
	expect(problems).toEqual([]);
	expect(deaths).toHaveLength(2);
	expect(notes).toBeGreaterThan(20);
});

test('[NL3] the campaign finds a server that acknowledges before it stores', async () => {
	const { deaths } = await runCrashCampaign({
		times: 5,
		seed: 415,
		participants: 12,
		verify: verifyData,
		between: openLyingRelay
	});
	expect(deaths.at(-1)?.losses.length).toBeGreaterThan(0);
});

test('[VO13] a server that is killed while it publishes has all ballots of the vote, or its record and none', async () => {
	const { ended, published, problems } = await runPublishCampaign({
		times: 4,
		seed: 415,
		voters: 6
	});
	expect(problems).toEqual([]);
	expect(ended + published).toBe(4);
});
