import { buildIfChanged } from '../../../scripts/building/build-if-changed.ts';

/** Before the browser tests: the server that they start is the one that these sources make. */
export default function buildOnce(): void {
	buildIfChanged();
}
