import { connect, type Socket } from 'node:net';
import { joins } from '../ask.ts';
import type { Ground } from '../ground.ts';
import type { Play } from '../play.ts';

const HELD = { short: 300, whole: 3000 };
/** Milliseconds within which a connection that says nothing whole is ended. */
const PATIENCE = 30_000;

/** Connections that begin a request and never end it, while people come in. */
export const HALF_OPEN: Play = {
	id: 'AK21',
	what: 'half a request on hundreds of connections, and sockets that never speak, while people come in',
	async run(ground, force) {
		const broke: string[] = [];
		const sockets = Array.from({ length: HELD[force] }, (_one, index) =>
			hold(ground, index % 2 === 0 ? HALF_A_REQUEST : HALF_A_BODY)
		);
		try {
			for (let again = 0; again < 10; again++)
				if (!(await joins(ground))) broke.push('the door was shut while connections were held');
			// Half bodies are bounded by the request's time, which is longer than a play waits.
			const heads = sockets.filter((_socket, index) => index % 2 === 0);
			const ended = Promise.all(heads.map(({ closed }) => closed));
			const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'late'));
			if ((await Promise.race([ended, late])) === 'late')
				broke.push(`half a request was held for more than ${PATIENCE / 1000} s`);
		} finally {
			for (const { socket } of sockets) socket.destroy();
		}
		return broke;
	}
};

const HALF_A_REQUEST = 'GET / HTTP/1.1\r\nHost: ';
const HALF_A_BODY =
	'POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{';

function hold({ port }: Ground, text: string): { socket: Socket; closed: Promise<void> } {
	const socket = connect(port, '127.0.0.1');
	const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
	socket.on('error', () => undefined);
	socket.on('data', () => undefined);
	socket.write(text);
	return { socket, closed };
}
