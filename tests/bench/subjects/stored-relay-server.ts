import { fdatasync, openSync, write } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer, type WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';

/**
 * The least that a server does which tells nothing before it is on disk: `<port> <file>`. It speaks
 * y-websocket's protocol, appends what comes to one file, syncs it beside the loop, for all that came
 * meanwhile together, and only then relays it. It checks nothing, has no database and acknowledges nothing.
 */
const [, , port, file = ''] = process.argv;

interface Room {
	readonly doc: Y.Doc;
	readonly sockets: Set<WebSocket>;
}

const SYNC = 0;
const rooms = new Map<string, Room>();
const log = openSync(file, 'a');
let pending: { readonly room: Room; readonly update: Uint8Array }[] = [];
let storing = false;

const server = createServer((_request, response) => response.end());
new WebSocketServer({ server }).on('connection', (socket, request) => {
	const room = roomOf(request.url ?? '/');
	room.sockets.add(socket);
	socket.on('close', () => room.sockets.delete(socket));
	socket.on('message', (data: Buffer) => {
		const decoder = decoding.createDecoder(data);
		if (decoding.readVarUint(decoder) !== SYNC) return;
		const answer = encoding.createEncoder();
		encoding.writeVarUint(answer, SYNC);
		syncProtocol.readSyncMessage(decoder, answer, room.doc, socket);
		if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer));
	});
	socket.send(
		encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, SYNC);
			syncProtocol.writeSyncStep1(encoder, room.doc);
		})
	);
});
server.listen(Number(port), '127.0.0.1', () => console.log('running'));

function roomOf(name: string): Room {
	const known = rooms.get(name);
	if (known) return known;
	const room: Room = { doc: new Y.Doc(), sockets: new Set() };
	room.doc.on('update', (update: Uint8Array) => {
		pending.push({ room, update });
		if (!storing) void storePending();
	});
	rooms.set(name, room);
	return room;
}

async function storePending(): Promise<void> {
	storing = true;
	while (pending.length > 0) {
		const batch = pending;
		pending = [];
		await promisify(write)(log, Buffer.concat(batch.map(({ update }) => update)));
		await promisify(fdatasync)(log);
		for (const { room, update } of batch) {
			const frame = encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, SYNC);
				syncProtocol.writeUpdate(encoder, update);
			});
			for (const socket of room.sockets) socket.send(frame);
		}
	}
	storing = false;
}
