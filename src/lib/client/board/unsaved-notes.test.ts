import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnsavedNotes, type NoteState } from './unsaved-notes.ts';

/**
 * A wire and a server in one: what is written waits in the socket until `deliver`, what was delivered is on
 * disk only after `commit`, and acknowledgements travel until `acknowledge`.
 */
class FakeWire {
	readonly unsaved = new UnsavedNotes();
	/** Newest change of each note, here and on the server's disk. */
	readonly here = new Map<string, number>();
	readonly disk = new Map<string, number>();
	private online = false;
	private number = 0;
	private inSocket: { number: number; notes: Map<string, number> }[] = [];
	private received: { number: number; notes: Map<string, number> }[] = [];
	private acknowledged = 0;
	private changes = 0;

	connect(): void {
		if (this.online) return;
		this.online = true;
		this.number = 0;
		this.acknowledged = 0;
		this.send(new Map(this.here), true);
	}

	/** Frames on their way are lost or arrive all the same; acknowledgements on their way are lost. */
	disconnect(arrives: boolean): void {
		if (!this.online) return;
		if (arrives) this.deliver();
		this.commit();
		this.inSocket = [];
		this.online = false;
		this.unsaved.disconnected();
	}

	change(...keys: string[]): void {
		for (const key of keys) {
			this.here.set(key, ++this.changes);
			this.unsaved.touch(key);
		}
		if (this.online) this.send(new Map(keys.map((key) => [key, this.here.get(key) ?? 0])), false);
		this.unsaved.settle();
	}

	deliver(): void {
		this.received.push(...this.inSocket.splice(0));
	}

	commit(): void {
		for (const { number, notes } of this.received.splice(0)) {
			for (const [key, change] of notes)
				this.disk.set(key, Math.max(change, this.disk.get(key) ?? 0));
			this.acknowledged = number;
		}
	}

	acknowledge(): void {
		if (this.online && this.acknowledged > 0) this.unsaved.saved(this.acknowledged);
	}

	state(key: string): NoteState {
		return this.unsaved.stateOf(key);
	}

	private send(notes: Map<string, number>, whole: boolean): void {
		const number = ++this.number;
		this.inSocket.push({ number, notes });
		this.unsaved.counted({ number, whole });
	}
}

describe('what a phone says of a note', () => {
	test('[OF6] on this device, sent, and saved only when the server acknowledged it', () => {
		const wire = new FakeWire();
		wire.change('a');
		expect(wire.state('a')).toBe('device');
		wire.connect();
		expect(wire.state('a')).toBe('sent');
		wire.deliver();
		wire.acknowledge();
		expect(wire.state('a')).toBe('sent');
		wire.commit();
		wire.acknowledge();
		expect(wire.state('a')).toBe('saved');
	});

	test('[OF6] a note that is changed again while it is on its way is not saved by the earlier frame', () => {
		const wire = new FakeWire();
		wire.connect();
		wire.change('a');
		wire.deliver();
		wire.commit();
		wire.change('a');
		wire.acknowledge();
		expect(wire.state('a')).toBe('sent');
		wire.deliver();
		wire.commit();
		wire.acknowledge();
		expect(wire.state('a')).toBe('saved');
	});

	test('[OF6] numbers end with the connection: what was on its way is on this device again', () => {
		const wire = new FakeWire();
		wire.connect();
		wire.change('a');
		wire.disconnect(true);
		expect(wire.state('a')).toBe('device');
		wire.change('b');
		wire.connect();
		expect([wire.state('a'), wire.state('b')]).toEqual(['sent', 'sent']);
		wire.acknowledge();
		expect([wire.state('a'), wire.state('b')]).toEqual(['sent', 'sent']);
	});

	test('[OF6] a change that could not be sent is not counted with the frame before it', () => {
		const unsaved = new UnsavedNotes();
		unsaved.touch('a');
		unsaved.counted({ number: 1, whole: false });
		unsaved.settle();
		unsaved.touch('b');
		unsaved.settle();
		expect(unsaved.saved(1)).toEqual(['a']);
		expect(unsaved.stateOf('b')).toBe('device');
	});

	test('[OF6] what an earlier start left is saved by the first whole frame alone', () => {
		const unsaved = new UnsavedNotes();
		unsaved.restore(['a']);
		unsaved.touch('b');
		unsaved.counted({ number: 1, whole: false });
		unsaved.settle();
		expect(unsaved.saved(1)).toEqual(['b']);
		expect(unsaved.stateOf('a')).toBe('device');
		unsaved.counted({ number: 2, whole: true });
		expect(unsaved.saved(2)).toEqual(['a']);
	});

	test('[OF6] whatever the network does, a note shown as saved is on disk with its last change', () => {
		const step = fc.oneof(
			fc.constantFrom('a', 'b', 'c').map((key) => (wire: FakeWire) => wire.change(key)),
			fc.constant((wire: FakeWire) => wire.change('a', 'b')),
			fc.boolean().map((arrives) => (wire: FakeWire) => wire.disconnect(arrives)),
			fc.constantFrom('connect' as const, 'deliver' as const, 'commit' as const).map((what) => {
				return (wire: FakeWire) => wire[what]();
			}),
			fc.constant((wire: FakeWire) => wire.acknowledge())
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const wire = new FakeWire();
				for (const take of steps) {
					take(wire);
					for (const [key, change] of wire.here)
						if (wire.state(key) === 'saved') expect(wire.disk.get(key)).toBe(change);
				}
				// Back on a good network, everything is saved in the end.
				wire.connect();
				wire.deliver();
				wire.commit();
				wire.acknowledge();
				expect(wire.unsaved.size).toBe(0);
			})
		);
	});
});
