import { buildIfChanged } from './build-if-changed.ts';

/** A build as a step of its own, beside other work. */
buildIfChanged();
