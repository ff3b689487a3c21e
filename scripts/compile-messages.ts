import { compile } from '@inlang/paraglide-js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paraglideOptions } from './building/paraglide-options.ts';

await compile(paraglideOptions);

// A message-format plugin that cannot be loaded leaves an empty catalogue and no error.
const index = join(paraglideOptions.outdir, 'messages/_index.js');
if (!readFileSync(index, 'utf8').includes('export')) {
	throw new Error(`The catalogues compiled to nothing: ${index} is empty.`);
}

// The compiler leaves timers behind that would hold this process for half a minute.
process.exit(0);
