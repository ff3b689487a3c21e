/** Parts of which notes are made: Arabic, French and mixed, from a few words to several sentences. */
const PARTS = [
	'صندوق ضمان جهوي خاص بالتعاونيات.',
	'التعاونية ديالنا خدامة في كراج، وما عندناش محل قار.',
	'Accès au financement : garanties, délais, taux.',
	'ضعف التسويق الرقمي وقلة المعارض الجهوية.',
	'Formation en gestion financière et comptabilité simplifiée pour les petites coopératives.',
	'وحدات مشتركة للتلفيف والتعليب قريبة من المنتجين.',
	'تعدد المتدخلين: التعاونية، الجمعية، المقاول الذاتي… أي شكل قانوني؟',
	'توحيد علامة ODCO.',
	'الجفاف ونُدرة الماء يهددان المنتجات المجالية في تاونات وصفرو وبولمان.',
	'Un atelier mutualisé de conditionnement et une chambre froide.'
];

/** The text of the note at `index`: one to four sentences, the same at each run. */
export function noteText(index: number): string {
	const length = 1 + (scattered(index, 5) % 4);
	const sentences = Array.from({ length }, (_, at) => PARTS[scattered(index, at) % PARTS.length]);
	return `${index + 1}. ${sentences.join(' ')}`;
}

/** A whole number that seems to have nothing to do with those beside it. */
function scattered(index: number, which: number): number {
	let mixed = Math.imul(index * 8 + which + 1, 0x9e3779b1);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
	return (mixed ^ (mixed >>> 13)) >>> 0;
}
