import { untrack } from 'svelte';
import type { HallView } from './hall-view.svelte.ts';
import type { LiveParticipant } from './live-participant.svelte.ts';
import type { ParticipantData } from './participant-data.ts';

/** What is kept in step; each is looked at anew, so getters are followed in runes. */
export interface StepSource {
	readonly data: ParticipantData;
	/** Undefined until the browser has opened it. */
	readonly live: LiveParticipant | undefined;
	readonly view: HallView;
	readonly connected: boolean;
	/** Resolves once the server said that this is who the device says. */
	readonly confirmed: Promise<void>;
	/** A facilitator gave this person another role. */
	onrole(): void;
}

/** Three hundred phones hear of one thing at once: each asks within so many milliseconds of it. */
const SPREAD_MS = { decision: 1_500, step: 2_000 };

/** What the page does by itself as the hall goes on. Call it while a component is made. */
export function keepInStep(source: StepSource): void {
	$effect(() => {
		// The page may have started from an older agenda that the device kept.
		const fresh = source.data.agenda;
		untrack(() => source.live && (source.live.agenda = fresh));
	});

	$effect(() => {
		const { needed } = source.view;
		const { boards } = source.live?.stage.stage ?? source.data.stage;
		untrack(() => source.live?.show(needed, boards));
	});

	$effect(() => source.live?.settle());

	$effect(() => source.live?.forgetErased());

	$effect(() => {
		const role = source.live?.stage.document.status?.role;
		if (role && role !== untrack(() => source.data.me.role)) source.onrole();
	});

	$effect(() => {
		const { live } = source;
		if (!live) return;
		const wait = live.stage.stage.lateDecision > 0 ? Math.random() * SPREAD_MS.decision : 0;
		const ask = () => void source.confirmed.then(() => live.late.refresh());
		const asking = setTimeout(ask, wait);
		return () => clearTimeout(asking);
	});

	$effect(() => {
		if (source.connected) source.live?.handInLate();
	});

	$effect(() => {
		if (!source.view.wentOn()) return;
		const wait = untrack(() => source.view.activity) ? Math.random() * SPREAD_MS.step : 0;
		setTimeout(() => void source.live?.refreshAgenda(), wait);
	});
}
