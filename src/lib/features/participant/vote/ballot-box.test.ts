import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '../../../../../tests/support/memory-storage.ts';
import type { DotsBallot } from '#lib/domain/ballots/dots.ts';
import { BallotBox } from './ballot-box.svelte.ts';
import { KeptReceipt } from './kept-receipt.ts';
import type { SentBallot } from './vote-sheet.ts';

/** The server, which takes no older decision after a newer one, and a network that may lose its answers. */
const server = {
	ballot: {} as DotsBallot,
	turn: 0,
	commitment: '',
	answers: true,
	reachable: true,
	closed: false,
	/** What the network answers in the server's place. */
	portal: null as Response | null
};

beforeEach(() => {
	Object.assign(server, {
		ballot: {},
		turn: 0,
		commitment: '',
		answers: true,
		reachable: true,
		closed: false,
		portal: null
	});
	vi.stubGlobal('localStorage', memoryStorage());
	vi.stubGlobal('fetch', (_path: string, init?: RequestInit) => {
		if (!server.reachable) return Promise.reject(new TypeError('no network'));
		if (server.portal) return Promise.resolve(server.portal.clone());
		let refused = false;
		if (init?.method === 'PUT' && server.closed) {
			const error = { code: 'vote_closed', details: {} };
			return Promise.resolve(Response.json({ error }, { status: 409 }));
		}
		if (init?.method === 'PUT') {
			const sent = JSON.parse(init.body as string) as SentBallot & { ballot: DotsBallot };
			const other = JSON.stringify(sent.ballot) !== JSON.stringify(server.ballot);
			refused = sent.turn < server.turn || (sent.turn === server.turn && other);
			if (!refused) Object.assign(server, sent);
		}
		if (!server.answers) return Promise.reject(new TypeError('the answer is lost'));
		if (refused) {
			const error = { code: 'ballot_superseded', details: {} };
			return Promise.resolve(Response.json({ error }, { status: 409 }));
		}
		const { ballot, turn } = server;
		if (init?.method === 'PUT') return Promise.resolve(Response.json({ voteId: 'vote', turn }));
		const options = ['a', 'b'].map((ref) => ({ kind: 'cluster', ref, title: { ar: ref } }));
		const rules = { method: 'dots', budget: 3, cap: 2 };
		return Promise.resolve(
			Response.json({ voteId: 'vote', state: 'open', rules, options, recorded: { ballot, turn } })
		);
	});
});
afterEach(() => vi.unstubAllGlobals());

async function open(): Promise<BallotBox> {
	const box = new BallotBox('vote', 'me');
	await box.load();
	return box;
}

test('[VO12] what the server answered is recorded, and changing it is not', async () => {
	const box = await open();
	expect([box.recorded, box.changed]).toEqual([false, false]);
	box.choose({ a: 1 });
	await box.cast();
	expect([box.recorded, box.changed]).toEqual([true, false]);
	box.choose({ a: 1, b: 1 });
	expect([box.recorded, box.changed]).toEqual([false, true]);
});

test('[VO12] after a lost answer nothing is told as recorded until the server said what it has', async () => {
	const box = await open();
	box.choose({ a: 1 });
	await box.cast();
	box.choose({ a: 1, b: 1 });
	server.answers = false;
	await box.cast();
	box.choose({ a: 1 });
	// The server has both dots, and only one stands here.
	expect([box.recorded, box.changed, box.offline]).toEqual([false, true, true]);
	server.answers = true;
	await box.retry();
	expect([box.recorded, box.changed, box.offline]).toEqual([false, true, false]);
	await box.cast();
	expect([box.recorded, server.ballot]).toEqual([true, { a: 1 }]);
});

test.each([
	['the page of a network', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
	['nothing', new Response('')],
	['nothing that has a name', Response.json({})],
	['no object', Response.json(null)],
	['another vote', Response.json({ voteId: 'other', turn: 1 })],
	['another decision', Response.json({ voteId: 'vote', turn: 2 })],
	['a refusal of somebody else', new Response('Forbidden', { status: 403 })],
	['a code of somebody else', Response.json({ error: { code: 'no_wifi' } }, { status: 409 })]
])(
	'[OF16] %s in the place of an answer records nothing, and the ballot goes again',
	async (_, portal) => {
		const box = await open();
		box.choose({ a: 1 });
		server.portal = portal;
		await box.cast();
		expect([box.recorded, box.offline, box.refusal]).toEqual([false, true, undefined]);
		server.portal = null;
		await box.retry();
		expect([box.recorded, box.offline, server.ballot]).toEqual([true, false, { a: 1 }]);
	}
);

test('[VO12] a first ballot whose answer was lost can be taken back', async () => {
	const box = await open();
	box.choose({ a: 1 });
	server.answers = false;
	await box.cast();
	box.choose({});
	expect(box.changed).toBe(true);
	server.answers = true;
	await box.retry();
	expect(box.changed).toBe(true);
	await box.cast();
	expect([box.changed, server.ballot]).toEqual([false, {}]);
});

test('[VO15] a retry goes under the number of its own decision, and never replaces a later one', async () => {
	const first = await open();
	server.reachable = false;
	first.choose({ a: 2 });
	await first.cast();
	expect([first.offline, server.turn]).toEqual([true, 0]);
	// Another tab of the same phone, with the network back.
	server.reachable = true;
	const second = new BallotBox('vote', 'me');
	await second.load();
	second.choose({ b: 1 });
	await second.cast();
	expect([server.ballot, second.recorded]).toEqual([{ b: 1 }, true]);
	await first.retry();
	expect(server.ballot).toEqual({ b: 1 });
	expect([first.refusal?.code, first.ballot, first.recorded]).toEqual([
		'ballot_superseded',
		{ b: 1 },
		true
	]);
	// What is decided there afterwards is the latest again.
	first.choose({ a: 1 });
	await first.cast();
	expect([server.ballot, first.refusal]).toEqual([{ a: 1 }, undefined]);
});

test('[VO15] what is decided on a second phone of the same person is the later one', async () => {
	const first = await open();
	const second = new BallotBox('vote', 'me on another phone');
	await second.load();
	first.choose({ a: 1 });
	await first.cast();
	second.choose({ b: 2 });
	await second.cast();
	expect([server.ballot, server.turn, second.recorded]).toEqual([{ b: 2 }, 2, true]);
	expect(second.refusal).toBeUndefined();
});

test('[VO15] a choice that was sent goes again after a reload, under the same number', async () => {
	const before = await open();
	server.reachable = false;
	before.choose({ a: 2 });
	await before.cast();
	server.reachable = true;
	const after = await open();
	expect([server.ballot, server.turn, after.recorded]).toEqual([{ a: 2 }, 1, true]);
	// Nothing waits any more.
	expect((await open()).changed).toBe(false);
});

test('[VO14] the device finds the ballot that was counted, whichever answer was lost', async () => {
	const box = await open();
	box.choose({ a: 1 });
	await box.cast();
	const counted = server.commitment;
	server.reachable = false;
	box.choose({ b: 2 });
	await box.cast();
	const receipt = () => new KeptReceipt('vote', 'me');
	expect(receipt().counted([counted, 'f'.repeat(64)])).toEqual({ a: 1 });
	expect(receipt().counted(['f'.repeat(64)])).toBeUndefined();
	expect(receipt().last).toEqual({ b: 2 });
	expect(new KeptReceipt('vote', 'somebody else').counted([counted])).toBeUndefined();
	receipt().forget();
	expect(receipt().counted([counted])).toBeUndefined();
});

test('[VO18] once voting has ended what is recorded is known, and a reopened vote forgets the refusal', async () => {
	const box = await open();
	box.choose({ a: 1 });
	await box.cast();
	box.choose({ b: 1 });
	expect(box.earlierCounts).toBe(true);
	server.closed = true;
	await box.cast();
	expect([box.refusal?.code, box.recorded, box.known]).toEqual(['vote_closed', false, { a: 1 }]);
	server.closed = false;
	box.isOpen();
	expect([box.refusal, box.ballot]).toEqual([undefined, { b: 1 }]);
	await box.cast();
	expect([box.recorded, server.ballot]).toEqual([true, { b: 1 }]);
});

test('[VO18] another page of the same person follows the later ballot, and keeps what was chosen on it', async () => {
	const [first, second] = [await open(), await open()];
	first.choose({ a: 1 });
	await first.cast();
	await second.follow();
	expect([second.ballot, second.replaced, second.recorded]).toEqual([{ a: 1 }, true, true]);
	second.choose({ b: 2 });
	expect(second.replaced).toBe(false);
	await first.follow();
	expect(first.replaced).toBe(false);
	first.choose({ a: 2 });
	await second.cast();
	await first.follow();
	expect([first.ballot, first.replaced]).toEqual([{ a: 2 }, false]);
});

test('[VO18] handing in nothing takes a recorded ballot back, and says so', async () => {
	const box = await open();
	expect([box.withdraws, box.withdrawn]).toEqual([false, false]);
	box.choose({ a: 1 });
	await box.cast();
	box.choose({});
	expect([box.withdraws, box.withdrawn]).toEqual([true, false]);
	await box.cast();
	expect([box.withdraws, box.withdrawn, server.ballot]).toEqual([false, true, {}]);
});
