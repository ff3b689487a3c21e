import { createSubscriber } from 'svelte/reactivity';

/**
 * A value that is read from something observable, for runes: inside an effect or a template it follows
 * the source, and the source is only observed while somebody looks. The value is kept until the source
 * says that it changed.
 */
export function liveValue<T>(
	read: () => T,
	observe: (changed: () => void) => () => void
): { readonly current: T } {
	let kept: { value: T } | undefined;
	const subscribe = createSubscriber((update) => {
		kept = undefined;
		const stop = observe(() => {
			kept = undefined;
			update();
		});
		return () => {
			stop();
			kept = undefined;
		};
	});
	return {
		get current() {
			subscribe();
			return (kept ??= { value: read() }).value;
		}
	};
}
