import { BULLET, PICTURE } from './item-marks.ts';

/** What documents begin an item with. */
const OWN_BULLET = '•';
/** A zero that stands for a bullet is left a zero, and emoji are part of what people say. */
const SIGN = String.raw`(?![٠·]|\p{Emoji_Presentation})(?:${BULLET}|${PICTURE})\uFE0F?`;
const AT_HEAD = new RegExp(String.raw`^([^\S\n]*)(?:${SIGN}(?=\s)|\p{Co})[^\S\n]*(?=\S)`, 'gmu');

/**
 * The text with each sign that begins a line as a bullet (● ▪ ✔ □ ★ ☑, what a private font draws) as the one bullet
 * of documents, which every font has. Signs inside a line stay, emoji stay. Rule [DX19].
 */
export function withOwnBullets(text: string): string {
	return text.replace(AT_HEAD, `$1${OWN_BULLET} `);
}
