import { expect, test } from 'vitest';
import { isInHall } from './is-in-hall.ts';

test('[WI4] an address of figures is the hall’s own, a name is found by the internet', () => {
	expect(isInHall('http://10.42.0.1:3000')).toBe(true);
	expect(isInHall('https://tachawor.example.ma')).toBe(false);
});
