import type * as Y from 'yjs';
import type { Stage } from '../domain/stage/stage.ts';

/** A stage: root map `stage` with one value `state`, written by the server alone. */
export function readStage(doc: Y.Doc): Stage | undefined {
	const stage = doc.getMap<Stage>('stage').get('state');
	// One that was stored before there were boards is written anew before its room serves anybody.
	return stage?.boards && stage;
}

/** Writes nothing where the stage stands so already. */
export function writeStage(doc: Y.Doc, stage: Stage): void {
	const state = doc.getMap<Stage>('stage');
	if (JSON.stringify(state.get('state')) !== JSON.stringify(stage)) state.set('state', stage);
}
