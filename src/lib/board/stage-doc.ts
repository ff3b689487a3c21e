import type * as Y from 'yjs';
import type { Stage } from '../domain/stage/stage.ts';

const OF_OLD: Pick<Stage, 'unrevealed' | 'locked' | 'lateDecision'> = {
	unrevealed: [],
	locked: [],
	lateDecision: 0
};

/** The stage of a workshop: root map `stage` with one value `state`, written by the server alone. */
export function readStage(doc: Y.Doc): Stage | undefined {
	const stage = doc.getMap<Stage>('stage').get('state');
	// A stage that was stored before boards could be locked and writing be private knows none of it.
	return stage && { ...OF_OLD, ...stage };
}

export function writeStage(doc: Y.Doc, stage: Stage): void {
	doc.getMap<Stage>('stage').set('state', stage);
}
