import { PALETTE } from '../content/document-palette.ts';

/** The eight-pointed star and cross of the cover, in thin lines of ink at 6 %. */
export const STAR_TILE = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 60 60"><path d="M60 30L51.21 38.79L51.21 51.21L38.79 51.21L30 60L21.21 51.21L8.79 51.21L8.79 38.79L0 30L8.79 21.21L8.79 8.79L21.21 8.79L30 0L38.79 8.79L51.21 8.79L51.21 21.21ZM44.41 35.97L38.44 38.44L35.97 44.41L30 41.94L24.03 44.41L21.56 38.44L15.59 35.97L18.06 30L15.59 24.03L21.56 21.56L24.03 15.59L30 18.06L35.97 15.59L38.44 21.56L44.41 24.03L41.94 30Z" fill="none" stroke="#${PALETTE.ink}" stroke-opacity="0.1" stroke-width="1.1"/></svg>`;
