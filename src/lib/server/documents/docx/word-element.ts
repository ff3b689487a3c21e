import { FileChild, Paragraph, type IXmlableObject } from 'docx';

/** An element of a Word document's XML as the library writes it, or a text, which is escaped there. */
export type WordNode = IXmlableObject;
type Attributes = Readonly<Record<string, string | number>>;

/** `<name attributes>children</name>`; names carry their prefix. */
export function element(
	name: string,
	attributes: Attributes | null = null,
	children: readonly (WordNode | string)[] = []
): WordNode {
	if (children.length === 0) return { [name]: attributes ? { _attr: attributes } : {} };
	return { [name]: attributes ? [{ _attr: attributes }, ...children] : children };
}

/** `<name w:val="value"/>` */
export function valued(name: string, value: string | number): WordNode {
	return { [name]: { _attr: { 'w:val': value } } };
}

/**
 * Hands elements that are written already to the library, which otherwise makes an object of every
 * property of every run: three quarters of the time that a long document takes.
 */
export function asWritten(node: WordNode): FileChild {
	return new WrittenElement(node);
}

/** The same for the foot of pages, which takes paragraphs and tables alone. */
export function asWrittenInFoot(node: WordNode): Paragraph {
	return new WrittenInFoot(node);
}

class WrittenElement extends FileChild {
	private readonly node: WordNode;

	constructor(node: WordNode) {
		super(Object.keys(node)[0] ?? '');
		this.node = node;
	}

	override prepForXml(): WordNode {
		return this.node;
	}
}

class WrittenInFoot extends Paragraph {
	private readonly node: WordNode;

	constructor(node: WordNode) {
		super({});
		this.node = node;
	}

	override prepForXml(): WordNode {
		return this.node;
	}
}
