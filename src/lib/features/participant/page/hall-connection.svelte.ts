/** A connection that comes back this soon, in milliseconds, is not worth a word. */
export const PATIENCE_MS = 1_500;

/** Where the state of the connection is read from; each is looked at anew, so getters are followed in runes. */
export interface ConnectionSource {
	/** Stage and boards are connected. */
	readonly connected: boolean;
	/** The browser says that there is no network. */
	readonly offline: boolean;
	/** Notes of the shown board that are not known to be on the server's disk. */
	readonly unsaved: number;
	/** The server no longer knows this person. */
	readonly ended: boolean;
}

/** What a phone says of its connection. */
export class HallConnection {
	/** It has been gone for long enough to say so, or words wait here without a network. */
	offline = $derived.by(() => this.lost || (this.source.offline && this.source.unsaved > 0));
	state = $derived.by((): 'connected' | 'connecting' | 'offline' => {
		if (this.offline || this.source.ended) return 'offline';
		return this.source.connected ? 'connected' : 'connecting';
	});
	private lost = $state(false);
	private readonly source: ConnectionSource;

	constructor(source: ConnectionSource) {
		this.source = source;
	}

	/** Waits a moment before a connection that is gone counts as lost; run it in an effect. Gives what ends it. */
	follow(): () => void {
		if (this.source.connected) {
			this.lost = false;
			return () => undefined;
		}
		const patience = setTimeout(() => (this.lost = true), PATIENCE_MS);
		return () => clearTimeout(patience);
	}
}
