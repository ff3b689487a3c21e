import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The families of the documents, as their font files name them. */
export const FONT_FAMILIES = {
	arabic: 'IBM Plex Sans Arabic',
	latin: 'IBM Plex Sans',
	tifinagh: 'Noto Sans Tifinagh',
	emoji: 'Noto Emoji',
	symbols: 'Noto Sans Symbols 2'
} as const;

const FILES = {
	arabic: '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
	arabicBold: '@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf',
	latin: '@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf',
	latinBold: '@expo-google-fonts/ibm-plex-sans/700Bold/IBMPlexSans_700Bold.ttf',
	tifinagh: '@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf',
	emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
	symbols: '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'
} as const;

/** The TrueType files of the documents' fonts. */
export type DocumentFonts = Readonly<Record<keyof typeof FILES, Buffer>>;

let loaded: DocumentFonts | undefined;

/**
 * Reads the fonts from the installed packages, once a process. They are resolved as packages, not as
 * files beside this module, so the built server finds them too.
 */
export function documentFonts(): DocumentFonts {
	if (loaded) return loaded;
	const { resolve } = createRequire(import.meta.url);
	const read = (file: string): Buffer => readFileSync(resolve(file));
	loaded = {
		arabic: read(FILES.arabic),
		arabicBold: read(FILES.arabicBold),
		latin: read(FILES.latin),
		latinBold: read(FILES.latinBold),
		tifinagh: read(FILES.tifinagh),
		emoji: read(FILES.emoji),
		symbols: read(FILES.symbols)
	};
	return loaded;
}
