/** The phone draws the page itself, so that the document it keeps is nobody's in particular. */
export const ssr = false;
