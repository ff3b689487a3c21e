/** The file of anything that JSON can tell: UTF-8, indented for people who open it. */
export function jsonFile(data: object): Uint8Array {
	return new TextEncoder().encode(`${JSON.stringify(data, null, '\t')}\n`);
}
