import { OWN_CHANGE } from '#lib/board/board-doc.ts';

/** The origins that undo is about: one's own changes, never what came from others. */
export const OWN_ORIGINS = new Set<unknown>([OWN_CHANGE]);
