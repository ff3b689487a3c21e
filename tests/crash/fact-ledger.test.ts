import { expect, test } from 'vitest';
import { FactLedger } from './fact-ledger.ts';

const nothing = (): undefined => undefined;

function write(ledger: FactLedger, value: string, frame?: number): void {
	ledger.write(() => {
		if (frame !== undefined) ledger.sent({ number: frame, whole: false });
		return { note: value };
	});
}

test('[NL1] an acknowledged value that is not there is a loss, one that waits is none', () => {
	const ledger = new FactLedger();
	write(ledger, 'un', 1);
	expect(ledger.lost(nothing)).toEqual([]);
	ledger.saved(1);
	expect(ledger.lost(nothing)).toEqual([{ fact: 'note', acknowledged: 'un', found: undefined }]);
	expect(ledger.lost(() => 'un')).toEqual([]);
});

test('[NL1] a later value of the same fact is no loss, an earlier one is', () => {
	const ledger = new FactLedger();
	write(ledger, 'un', 1);
	write(ledger, 'deux', 2);
	write(ledger, 'trois', 3);
	ledger.saved(2);
	expect(ledger.lost(() => 'trois')).toEqual([]);
	expect(ledger.lost(() => 'deux')).toEqual([]);
	expect(ledger.lost(() => 'un')).toHaveLength(1);
});

test('[NL1] a store that was read earlier is asked for what was promised until then', () => {
	const ledger = new FactLedger();
	write(ledger, 'un', 1);
	ledger.saved(1);
	const promised = ledger.promised();
	write(ledger, 'deux', 2);
	ledger.saved(2);
	expect(ledger.lost(() => 'un', promised)).toEqual([]);
	expect(ledger.lost(() => 'deux', promised)).toEqual([]);
	expect(ledger.lost(nothing, promised)).toHaveLength(1);
});

test('[NL1] numbers end with the connection, and the next sync step 2 carries what waits', () => {
	const ledger = new FactLedger();
	write(ledger, 'un', 5);
	ledger.disconnected();
	ledger.saved(9);
	expect([ledger.waiting, ledger.acknowledged]).toEqual([1, 0]);
	ledger.sent({ number: 1, whole: true });
	write(ledger, 'deux');
	ledger.saved(1);
	expect([ledger.waiting, ledger.acknowledged]).toEqual([1, 1]);
});
