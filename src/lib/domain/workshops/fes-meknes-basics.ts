import type { TemplateCategory } from './workshop-template.ts';
import type { WorkshopBasics } from './workshop-basics.ts';

/** Title, framework and objectives of the Fès-Meknès template: one whole day, without date or venue. */
export const FES_MEKNES_BASICS: WorkshopBasics = {
	title: {
		ar: 'ورشة تشاورية لتفعيل مشروع القطب النموذجي للاقتصاد الاجتماعي والتضامني',
		fr: 'Atelier de concertation pour la mise en œuvre du projet de pôle pilote de l’économie sociale et solidaire',
		en: 'Consultation workshop to activate the model hub of the social and solidarity economy'
	},
	shortTitle: {
		ar: 'ورشة القطب النموذجي',
		fr: 'Atelier du pôle pilote',
		en: 'Model hub workshop'
	},
	framework: {
		ar: 'المشروع الوطني لإحداث أقطاب ترابية نموذجية للاقتصاد الاجتماعي والتضامني',
		fr: 'Projet national de création de pôles territoriaux pilotes de l’économie sociale et solidaire',
		en: 'National project to create model territorial hubs of the social and solidarity economy'
	},
	objectives: [
		{
			ar: 'تقاسم التصور الأولي للقطب الجهوي النموذجي للاقتصاد الاجتماعي والتضامني',
			fr: 'Partager la vision initiale du pôle régional pilote de l’économie sociale et solidaire',
			en: 'Share the first outline of the regional model hub of the social and solidarity economy'
		},
		{
			ar: 'تشخيص واقع الاقتصاد الاجتماعي والتضامني بالجهة',
			fr: 'Établir le diagnostic de l’économie sociale et solidaire dans la région',
			en: 'Diagnose the state of the social and solidarity economy in the region'
		},
		{
			ar: 'تحديد التحديات القائمة والحاجيات الأساسية الواجب أخذها بعين الاعتبار في بلورة نموذج الحكامة',
			fr: 'Identifier les défis actuels et les besoins essentiels à prendre en compte dans le modèle de gouvernance',
			en: 'Identify the present challenges and basic needs that the governance model has to take into account'
		},
		{
			ar: 'مناقشة سبل التكامل بين مختلف المبادرات والبرامج الجارية',
			fr: 'Examiner les complémentarités entre les initiatives et programmes en cours',
			en: 'Discuss how the initiatives and programmes under way can complement each other'
		},
		{
			ar: 'اقتراح سيناريوهات عملية لتدبير القطب وضمان استدامته',
			fr: 'Proposer des scénarios concrets pour gérer le pôle et assurer sa pérennité',
			en: 'Propose practical scenarios to manage the hub and sustain it'
		},
		{
			ar: 'تجميع مقترحات وتوصيات تشكل دعامة لإعداد خطة عمل جهوية مندمجة قابلة للتنزيل',
			fr: 'Réunir des propositions et recommandations pour un plan d’action régional intégré et applicable',
			en: 'Gather proposals and recommendations for an integrated, implementable regional action plan'
		}
	],
	venue: {},
	date: null,
	startTime: '09:00',
	endTime: '16:50',
	regionId: 'fes-meknes'
};

/** The seventeen groups of those concerned, 60 people in all; the press only observes. */
export const FES_MEKNES_CATEGORIES: readonly TemplateCategory[] = (
	[
		[
			2,
			'كتابة الدولة المكلفة بالصناعة التقليدية والاقتصاد الاجتماعي والتضامني',
			'Secrétariat d’État chargé de l’artisanat et de l’économie sociale et solidaire',
			'State Secretariat for handicrafts and the social and solidarity economy'
		],
		[
			4,
			'المدراء الجهويون للقطاعات الحكومية',
			'Directeurs régionaux des départements ministériels',
			'Regional directors of government departments'
		],
		[
			4,
			'ممثلو القطاعات الحكومية ذات الصلة',
			'Représentants des départements ministériels concernés',
			'Representatives of the government departments concerned'
		],
		[
			4,
			'المدراء الإقليميون لقطاع الصناعة التقليدية',
			'Directeurs provinciaux de l’artisanat',
			'Provincial directors of the handicrafts sector'
		],
		[
			2,
			'غرفة الصناعة التقليدية بجهة فاس مكناس',
			'Chambre d’artisanat de la région Fès-Meknès',
			'Chamber of Handicrafts, Fès-Meknès region'
		],
		[
			2,
			'غرفة الفلاحة بجهة فاس مكناس',
			'Chambre d’agriculture de la région Fès-Meknès',
			'Chamber of Agriculture, Fès-Meknès region'
		],
		[4, 'أعضاء الهيئات المنتخبة', 'Membres des instances élues', 'Members of elected bodies'],
		[
			1,
			'المركز الجهوي للاستثمار',
			'Centre régional d’investissement (CRI)',
			'Regional Investment Centre'
		],
		[
			1,
			'مؤسسة محمد الخامس للتضامن',
			'Fondation Mohammed V pour la solidarité',
			'Mohammed V Foundation for Solidarity'
		],
		[1, 'بنك المغرب', 'Bank Al-Maghrib', 'Bank Al-Maghrib (central bank)'],
		[
			3,
			'المؤسسات البنكية وبريد بنك',
			'Établissements bancaires et Barid Bank',
			'Banks and Al Barid Bank'
		],
		[
			7,
			'ممثلو جمعيات المجتمع المدني',
			'Représentants des associations de la société civile',
			'Representatives of civil-society associations'
		],
		[
			14,
			'اتحادات وتعاونيات نشيطة بالجهة',
			'Unions et coopératives actives dans la région',
			'Unions and cooperatives active in the region'
		],
		[3, 'خبراء ومهنيون', 'Experts et professionnels', 'Experts and practitioners'],
		[3, 'ممثلو القطاع الخاص', 'Représentants du secteur privé', 'Private-sector representatives'],
		[
			3,
			'المؤسسات الأكاديمية والمالية والتنموية',
			'Institutions académiques, financières et de développement',
			'Academic, financial and development institutions'
		],
		[2, 'الصحافة والإعلام', 'Presse et médias', 'Press and media']
	] as const
).map(([expected, ar, fr, en], index, all) => ({
	name: { ar, fr, en },
	expected,
	observing: index === all.length - 1
}));
