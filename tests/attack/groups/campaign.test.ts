import { expect, test } from 'vitest';
import { attackCampaign } from './campaign.ts';
import { OLD_FIGURES, OLD_LABELS } from './rules.ts';

const SEED = 14;

test('[GR4] whoever reads every figure that is ever told finds no category of fewer people than the floor', () => {
	const { halls, cells } = attackCampaign({ seed: SEED, courses: 40, boards: 0 });
	expect(halls).toBeGreaterThan(10_000);
	expect(cells).toEqual([]);
});

test('[GR5] whoever runs the workshop finds no hand behind a note among fewer people than the floor', () => {
	const { hands } = attackCampaign({ seed: SEED, courses: 0, boards: 1_500 });
	expect(hands).toEqual([]);
});

test('[GR4] the same attacker finds both by the rules that are no more, or it would find nothing anywhere', () => {
	const rules = { figures: OLD_FIGURES, labels: () => OLD_LABELS };
	const { cells, hands } = attackCampaign({ seed: SEED, courses: 5, boards: 100, rules });
	expect(cells.length).toBeGreaterThan(0);
	expect(hands.length).toBeGreaterThan(0);
});
