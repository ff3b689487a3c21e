import { foldArabic } from '../arabic/fold-arabic.ts';

/** What a column of a pasted list holds, by its heading. `other` is known, and none of ours. */
export type ColumnKind = 'marks' | 'name' | 'count' | 'organisation' | 'other';

/** Headings as {@link foldArabic} leaves them, the longest beginnings first; more words may follow. */
const HEADS: readonly (readonly [ColumnKind, RegExp])[] = [
	[
		'marks',
		/^(?:م|ت|ر|ر ?\.? ?ت\.?|(?:ال)?رقم(?: الترتيب)?|(?:ال)?ترتيب|#|(?:n|no|nº|n°|num|numero|id|rang|ordre)\.?(?: d.?ordre)?|order)$/u
	],
	[
		'count',
		/(?:^|\P{L})(?:(?:ال)?عدد|(?:ال)?متوقع|(?:ال)?مقاعد|(?:ال)?حصه|effectifs?|nombre|nbre?|quotas?|places?|sieges?|prevus?|attendus?|pax|total|(?:ال)?مجموع|expected|count|number|seats?|people|persons?|personnes)(?!\p{L})/u
	],
	[
		'name',
		/^(?:(?:ال)?(?:اسم|اسماء|نسب|فيه|فيات|طرف|اطراف|فاعل|فاعلون|فاعلين|صنف|اصناف|متدخلون|متدخلين|مشاركون|مشاركين|مدعوون|مدعوين)|(?:first|last|full) name|names?|surname|noms?|prenoms?|categor(?:y|ies?)|colleges?|groupes?|groups?|acteurs?|parties? prenantes?|intitules?|libelles?|designations?|stakeholders?|participants?|invites?)(?!\p{L})/u
	],
	[
		'organisation',
		/^(?:(?:ال)?(?:موسسه|موسسات|هييه|هييات|منظمه|جهه|جهات|تمثيليه|شركه|جمعيه|تعاونيه|اداره)|organismes?|organi[sz]ations?|structures?|etablissements?|institutions?|entites?|societe|entreprise|company|association|cooperative|affiliation|employ(?:eu|e)r)(?!\p{L})/u
	],
	[
		'other',
		/^(?:(?:ال)?(?:هاتف|بريد|صفه|مهمه|وظيفه|ملاحظات|ملاحظه|توقيع|امضاء|عنوان|نسبه)|tel|telephone|phone|gsm|mobile|e-?mail|mail|courriel|fonction|poste|role|position|qualite|observations?|remarques?|notes?|comments?|signature|emargement|adresse|address|%|pourcentage|part)(?!\p{L})/u
	]
];

/** What a heading says that stands over a column; undefined for words that are no heading of these lists. */
export function columnKind(heading: string): ColumnKind | undefined {
	const folded = foldArabic(heading);
	return HEADS.find(([, pattern]) => pattern.test(folded))?.[0];
}
