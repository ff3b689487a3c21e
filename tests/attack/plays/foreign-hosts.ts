import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Ground } from '../ground.ts';
import type { Play } from '../play.ts';

const HOST = 'evil.example';

/** A Host that is not the server's, to a page, to a file and to the rooms: none is answered, none is repeated. */
export const FOREIGN_HOSTS: Play = {
	id: 'AK17',
	what: 'a made-up Host to pages, to the interface and to the rooms',
	async run(ground) {
		const broke: string[] = [];
		for (const path of ['/', '/sign-in', '/api/join/ZZZZZZ', '/sync/board.x?as=account&ack=1']) {
			const answer = await asHost(ground, path);
			const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
			if (!(status >= 400 && status < 500)) broke.push(`${path} was answered ${status}`);
			if (answer.includes(HOST)) broke.push(`${path} repeated the Host that was sent`);
		}
		return broke;
	}
};

async function asHost({ port }: Ground, path: string): Promise<string> {
	const socket = connect(port, '127.0.0.1');
	const upgrade = path.startsWith('/sync')
		? 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'
		: 'Connection: close\r\n';
	socket.write(`GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\n${upgrade}\r\n`);
	return text(socket);
}
