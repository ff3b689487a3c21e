// Loaded ahead of a server under test: the machine's clock, as a file says, so and so many milliseconds off.
import { readFileSync } from 'node:fs';

const real = Date.now.bind(Date);
Date.now = () => real() + Number(readFileSync(process.env.TEST_CLOCK_SHIFT ?? '', 'utf8'));
