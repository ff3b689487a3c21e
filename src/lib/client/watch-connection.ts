import type { WebsocketProvider } from 'y-websocket';

/** How long an attempt to connect may take, in milliseconds: where a network swallows bytes it would take minutes. */
const ATTEMPT = 5_000;
/** Silence of the server after which a connection counts as lost, in milliseconds; it speaks every three seconds. */
const SILENCE = 9_000;
/** The same when the device comes back from where it could not look, as from sleep or another page. */
const SILENCE_BACK = 5_000;
const LOOK_EVERY = 500;

/** What is looked at of a provider. */
export type Watched = Pick<
	WebsocketProvider,
	| 'connect'
	| 'disconnect'
	| 'on'
	| 'off'
	| 'shouldConnect'
	| 'wsconnected'
	| 'wsconnecting'
	| 'wsLastMessageReceived'
>;

/**
 * Gives up on an attempt to connect, and on a connection, that has no sign of the server in time, and tries
 * anew; at once when the device says that it has a network again or that the page is back in sight. The
 * provider itself waits for the network to say that a socket is gone, which one that swallows bytes does not.
 * Gives a function that ends it.
 */
export function watchConnection(provider: Watched): () => void {
	let attemptedAt = Date.now();
	const renew = (): void => {
		provider.disconnect();
		provider.connect();
	};
	const isLost = (silence: number): boolean => {
		const now = Date.now();
		if (provider.wsconnected) return now - provider.wsLastMessageReceived > silence;
		return provider.wsconnecting && now - attemptedAt > ATTEMPT;
	};
	const look = (): void => {
		if (provider.shouldConnect && isLost(SILENCE)) renew();
	};
	const back = (): void => {
		if (document.visibilityState === 'hidden' || !provider.shouldConnect) return;
		if (!provider.wsconnected || isLost(SILENCE_BACK)) renew();
	};
	const attempted = ({ status }: { status: string }): void => {
		if (status === 'connecting') attemptedAt = Date.now();
	};
	provider.on('status', attempted);
	const timer = setInterval(look, LOOK_EVERY);
	const on = new AbortController();
	const { signal } = on;
	window.addEventListener('online', back, { signal });
	window.addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal });
	document.addEventListener('visibilitychange', back, { signal });
	return () => {
		clearInterval(timer);
		on.abort();
		provider.off('status', attempted);
	};
}
