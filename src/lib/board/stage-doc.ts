import type * as Y from 'yjs';
import type { Stage } from '../domain/stage.ts';

/** The stage of a workshop: root map `stage` with one value `state`, written by the server alone. */
export function readStage(doc: Y.Doc): Stage | undefined {
	return doc.getMap<Stage>('stage').get('state');
}

export function writeStage(doc: Y.Doc, stage: Stage): void {
	doc.getMap<Stage>('stage').set('state', stage);
}
