import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { joinCodeFrom } from '#lib/domain/people/join-code.ts';
import { JSON_TYPE, WORST_BODIES } from '../../support/http/worst-bodies.ts';
import type { SiegeForce } from './siege-force.ts';

/** A request that is sent again and again. */
interface Shot {
	readonly kind: string;
	readonly method: string;
	readonly path: string;
	readonly headers: Record<string, string>;
	readonly body: Uint8Array<ArrayBuffer>;
}

export type SiegeCommand =
	| { readonly do: 'begin'; readonly origin: string; readonly force: SiegeForce }
	| { readonly do: 'end' };

/** Requests that may be on their way at once, so that a server that answers late is not helped by a tool that waits. */
const MOST_ON_THEIR_WAY = 4000;

const BYTES = new TextEncoder();

/** Sends at a given pace from a process of its own, and counts what comes back. */
class Siege {
	readonly answers: Record<string, number> = {};
	private readonly origin: string;
	private readonly timers: NodeJS.Timeout[] = [];
	private readonly ending = new AbortController();
	private onTheirWay = 0;

	private constructor(origin: string) {
		this.origin = origin;
	}

	static async begin(origin: string, force: SiegeForce): Promise<Siege> {
		const siege = new Siege(origin);
		const worst = await worstShots();
		let next = 0;
		siege.keepSending(force.wrongCodesPerMinute / 60, wrongCode);
		siege.keepSending(force.wrongPasswordsPerMinute / 60, wrongPassword);
		siege.keepSending(force.worstBodiesPerSecond, () => worst[next++ % worst.length]);
		return siege;
	}

	end(): void {
		for (const timer of this.timers) clearInterval(timer);
		this.ending.abort();
	}

	private keepSending(perSecond: number, make: () => Shot | undefined): void {
		if (perSecond > 0)
			this.timers.push(setInterval(() => void this.send(make()), 1000 / perSecond));
	}

	private async send(shot: Shot | undefined): Promise<void> {
		if (!shot || this.onTheirWay >= MOST_ON_THEIR_WAY) return;
		const { kind, method, path, headers, body } = shot;
		this.onTheirWay++;
		try {
			const answer = await fetch(this.origin + path, {
				method,
				headers: { ...headers, accept: 'text/html', origin: this.origin },
				body,
				redirect: 'manual',
				signal: this.ending.signal
			});
			await answer.arrayBuffer();
			this.count(`${kind} ${answer.status}`);
		} catch {
			// A server that refuses a body ends the connection before it was read.
			if (!this.ending.signal.aborted) this.count(`${kind} gone`);
		} finally {
			this.onTheirWay--;
		}
	}

	private count(answer: string): void {
		this.answers[answer] = (this.answers[answer] ?? 0) + 1;
	}
}

/** Each time another code, from a device that was never seen. */
function wrongCode(): Shot {
	const code = joinCodeFrom(randomBytes);
	return {
		kind: 'code',
		method: 'POST',
		path: '/api/join',
		headers: JSON_TYPE,
		body: BYTES.encode(JSON.stringify({ code, categoryId: 'x', language: 'ar' }))
	};
}

/** Each time another address, since one that is tried again is held back sooner. */
function wrongPassword(): Shot {
	const email = `somebody${randomInt(1e9)}@example.ma`;
	const body = new URLSearchParams({ email, password: 'not this one, surely' }).toString();
	return {
		kind: 'password',
		method: 'POST',
		path: '/sign-in',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: BYTES.encode(body)
	};
}

async function worstShots(): Promise<Shot[]> {
	const targets = [
		['json', '/api/join'],
		['form', '/join'],
		['form', '/sign-in']
	] as const;
	const shots: Shot[] = [];
	for (const [how, path] of targets)
		for (const [, headers, body] of WORST_BODIES[how]) {
			const whole = new Response(body);
			const type = whole.headers.get('content-type');
			shots.push({
				kind: 'body',
				method: 'POST',
				path,
				headers: { ...(type === null ? {} : { 'content-type': type }), ...headers },
				body: new Uint8Array(await whole.arrayBuffer())
			});
		}
	return shots;
}

if (import.meta.main) {
	// Strangers have machines of their own: what sending takes of this one must not be told as what it does to a hall.
	execFileSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)]);
	let siege: Siege | undefined;
	const perform = async (command: SiegeCommand): Promise<unknown> => {
		if (command.do === 'begin') siege = await Siege.begin(command.origin, command.force);
		else siege?.end();
		return siege?.answers;
	};
	process.on('message', (command: SiegeCommand) => {
		void perform(command).then((answers) => process.send?.(answers ?? {}));
	});
	process.on('disconnect', () => process.exit());
}
