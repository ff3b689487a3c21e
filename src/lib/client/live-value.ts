import { createSubscriber } from 'svelte/reactivity';

/**
 * A value that is read from something observable, for runes: inside an effect or a template it follows
 * the source, and the source is only observed while somebody looks. The value is kept until the source
 * says that it changed; while nobody looks it is read anew each time.
 */
export function liveValue<T>(
	read: () => T,
	observe: (changed: () => void) => () => void
): { readonly current: T } {
	let observed = false;
	let kept: { value: T } | undefined;
	const subscribe = createSubscriber((update) => {
		kept = undefined;
		observed = true;
		const stop = observe(() => {
			kept = undefined;
			update();
		});
		return () => {
			stop();
			kept = undefined;
			observed = false;
		};
	});
	return {
		get current() {
			subscribe();
			if (!observed) return read();
			return (kept ??= { value: read() }).value;
		}
	};
}
