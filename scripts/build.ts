import { build } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';

/** `npm run build`: builds, also when nothing changed. */
readOptions('npm run build', {});
try {
	build();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
