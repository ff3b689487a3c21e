import type { IPropertiesOptions, IXmlableObject } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { joinedForms } from './arabic-forms.ts';

const ARABIC = /\p{Script=Arabic}/u;

// Word may draw its own copy of the fonts: a guess is right but for rare pages, and F9 corrects it.
const estimate = estimatePageNumbersWith({ guess: true });

/**
 * Works out on which page each heading of a Word document starts, so that its contents are right before
 * anyone updates them. The library measures Arabic letters as if each stood alone, which makes a document
 * a third too long, so it is given the letters as they join.
 */
export const pageNumbers: NonNullable<IPropertiesOptions['pageNumbers']> = (body, context) =>
	estimate(asDrawn(body), context);

function asDrawn(node: IXmlableObject): IXmlableObject {
	return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, drawn(value)]));
}

function drawn(value: unknown): unknown {
	if (typeof value === 'string') return ARABIC.test(value) ? joinedForms(value) : value;
	if (Array.isArray(value)) return value.map(drawn);
	const element =
		typeof value === 'object' &&
		value !== null &&
		Object.getPrototypeOf(value) === Object.prototype;
	return element ? asDrawn(value) : value;
}
