import { expect, test } from 'vitest';
import { FramePace } from './frame-pace.ts';
import { ROOM_LIMITS } from './limits.ts';

test('[RM18] a socket may send many frames at once, and then only so many a second', () => {
	const pace = new FramePace(0);
	for (let frame = 0; frame < ROOM_LIMITS.framesAtOnce; frame++) expect(pace.take(0)).toBe(true);
	expect(pace.take(0)).toBe(false);
	const later = new FramePace(0);
	for (let frame = 0; frame < ROOM_LIMITS.framesAtOnce; frame++) later.take(0);
	for (let frame = 0; frame < ROOM_LIMITS.framesPerSecond; frame++)
		expect(later.take(1000)).toBe(true);
	expect(later.take(1000)).toBe(false);
});
