import { expect, test } from 'vitest';
import { ANONYMITY_FLOORS, requireAnonymityFloor } from './anonymity-floor.ts';

test('[AF1] a floor is a whole number from 3 to 10', () => {
	expect(ANONYMITY_FLOORS).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
	for (const floor of ANONYMITY_FLOORS)
		expect(requireAnonymityFloor(floor, { present: 10, opened: false })).toBe(floor);
	for (const wrong of [0, 1, 2, 11, 3.5, -3, Number.NaN])
		expect(() => requireAnonymityFloor(wrong, { present: 3, opened: false })).toThrow(
			expect.objectContaining({ code: 'invalid_input' })
		);
});

test('[AF2] once the hall was opened the floor only rises', () => {
	const at = { present: 5, opened: true };
	expect(requireAnonymityFloor(5, at)).toBe(5);
	expect(requireAnonymityFloor(8, at)).toBe(8);
	expect(() => requireAnonymityFloor(4, at)).toThrow(
		expect.objectContaining({ code: 'floor_lowered', details: { floor: 5 } })
	);
});
