import { expect, test } from 'vitest';
import { LooseLanes } from './loose-lanes.ts';

const short = (count: number) => Array.from({ length: count }, (_, index) => `note ${index}`);
const lanesOf = () =>
	new LooseLanes<string>(
		(note) => note,
		(note) => note
	);

test('[CL11] a hundred loose notes fill the lanes evenly, each once and in their order', () => {
	const dealt = lanesOf().deal(short(100), 4);
	expect(dealt.map((lane) => lane.length)).toEqual([25, 25, 25, 25]);
	expect(dealt.flat().sort()).toEqual(short(100).sort());
	expect(dealt[0]?.slice(0, 2)).toEqual(['note 0', 'note 4']);
});

test('[CL11] notes keep their lane while others leave, and a newer one goes where most room is', () => {
	const lanes = lanesOf();
	const before = lanes.deal(short(40), 4);
	const left = short(40).filter((note) => note !== 'note 1' && note !== 'note 5');
	expect(lanes.deal(left, 4)).toEqual(
		before.map((lane) => lane.filter((note) => left.includes(note)))
	);
	expect(lanes.deal([...left, 'late'], 4)[1]?.at(-1)).toBe('late');
});

test('[CL11] lanes that became very uneven, or of another number, are dealt anew', () => {
	const lanes = lanesOf();
	const [first] = lanes.deal(short(80), 4);
	const again = lanes.deal(first ?? [], 4);
	expect(again.map((lane) => lane.length)).toEqual([5, 5, 5, 5]);
	expect(lanes.deal(short(80), 2).map((lane) => lane.length)).toEqual([40, 40]);
});
