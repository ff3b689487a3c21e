/** First byte of a whole binary message: FIN and opcode 2. */
const WHOLE_BINARY = 0x82;

/**
 * A binary message as it goes over the wire (RFC 6455, unmasked, uncompressed, in one frame), head and all
 * in one buffer. Made once for all receivers of a room: what each of them costs then is one write.
 */
export function frameOnce(message: Uint8Array): Buffer {
	const { length } = message;
	const head = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10;
	const frame = Buffer.allocUnsafe(head + length);
	frame[0] = WHOLE_BINARY;
	frame[1] = head === 2 ? length : head === 4 ? 126 : 127;
	if (head === 4) frame.writeUInt16BE(length, 2);
	if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
	frame.set(message, head);
	return frame;
}
