/** Signs that say what others say which no shipped font has: rare arrows, bullets, quotes, signs of mathematics. */
const NEAREST = new Map<string, string>();
const nearest = (plain: string, signs: string): void => {
	for (const sign of signs) NEAREST.set(sign, plain);
};
nearest('→', '⇒⇨⇢⇝⇉⇀⇁⇾⇥↠↣↦↝⟶⟹⟼⟾➙➛➝➞➟➠➡⭢');
nearest('←', '⇐⇦⇠⇜⇇↼↽⇽⇤↞↢↤↜⟵⟸⟻⟽⭠');
nearest('↔', '⇔⇄⇆⇋⇌⇿↭⟷⟺⬄⭤');
nearest('↑', '⇑⇧⇡⇈⇪↟↥⭡');
nearest('↓', '⇓⇩⇣⇊↡↧⭣');
nearest('•', '‣⁃◦∙⁌⁍⋅⸱⸰');
nearest('*', '※⁎⁑∗⁕⋆☸');
nearest('–', '‒―⸺⸻─━┄┅┈┉╌╍⁓⎯');
nearest('-', '‐‑⁻−∸');
nearest('|', '‖∣∥│┃┆┇┊┋╎╏❘❙❚⏐');
nearest('+', '⁺⊕⊞┼╋✙');
nearest('×', '⊗⊠⨯✕');
nearest('±', '∓');
nearest("'", '′‵‛ʹ＇');
nearest('"', '″‶‟‴‷〃');
nearest('?!', '‽⁈');
nearest('!?', '⁉');
nearest('~', '∼∽∿〜');
nearest('≈', '≃≅≆≇≊≋');
nearest('=', '≡≣⁼≔≕');
nearest('<', '⟨〈≪⋘');
nearest('>', '⟩〉≫⋙');
nearest('Ø', '∅⌀');
nearest('…', '⋯⋮⋰⋱');
nearest(':', '∶∷');
nearest('/', '∕⁄');
nearest('&', '⅋﹠');
nearest('(P)', '℗');
nearest('□', '⎕⃞');
nearest('_', '‗⎵');
const MARK = /\p{M}/gu;

/**
 * Writes a sign that a font lacks as plainly as can be, or gives null: by what Unicode says it is made of
 * (① is 1, Ⅳ is IV, a letter with a rare accent is the letter), else by the sign that says the same.
 */
export function nearestSign(
	sign: string,
	isDrawable: (character: string) => boolean
): string | null {
	const known = NEAREST.get(sign);
	if (known !== undefined && [...known].every(isDrawable)) return known;
	for (const form of [sign.normalize('NFKC'), sign.normalize('NFKD').replace(MARK, '')])
		if (form !== '' && form !== sign && [...form].every(isDrawable)) return form;
	return null;
}
