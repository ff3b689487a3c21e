/**
 * How the message catalogues are compiled, for Vite and for `npm run messages` alike: a cookie decides the
 * language, else what the browser prefers, else Arabic.
 */
export const paraglideOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'] as [
		'cookie',
		'preferredLanguage',
		'baseLocale'
	],
	cookieName: 'tachawor_language',
	emitTsDeclarations: true
};
