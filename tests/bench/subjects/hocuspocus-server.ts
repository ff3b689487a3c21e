import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

/** Hocuspocus with its SQLite extension, everything else as it comes: `<port> <database file>`. */
const [, , port, database = ':memory:'] = process.argv;
const server = new Server({
	port: Number(port),
	address: '127.0.0.1',
	quiet: true,
	extensions: [new SQLite({ database })]
});
await server.listen();
console.log('running');
