import { DOCUMENTS } from './documents.ts';
import { FAN_OUT } from './fan-out.ts';
import { JOIN } from './join.ts';
import { KILL } from './kill.ts';
import { BROWSER, GATE, PLAN } from './measured-elsewhere.ts';
import { RECEIVERS } from './receivers.ts';
import { REJOIN } from './rejoin.ts';
import type { Scenario } from './scenario.ts';
import { SIEGE } from './siege.ts';

/** Every part of the bench, in the order in which they run. */
export const SCENARIOS: readonly Scenario[] = [
	...FAN_OUT,
	RECEIVERS,
	JOIN,
	REJOIN,
	KILL,
	GATE,
	PLAN,
	DOCUMENTS,
	SIEGE,
	BROWSER
];
