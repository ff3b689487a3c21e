import type { ActivityDraft } from './activity-draft.ts';
import { DEFAULT_VOTE_RULES, type Column } from './activity.ts';

/** A column as a template brings it. */
const column = (
	id: string,
	color: Column['color'],
	icon: Column['icon'],
	name: Column['name']
): Column => ({ id, color, icon, name });

const STRENGTHS = column('S', 'mint', 'plus', { ar: 'القوة', fr: 'Atouts', en: 'Strengths' });
const WEAKNESSES = column('W', 'rose', 'minus', {
	ar: 'الضعف',
	fr: 'Faiblesses',
	en: 'Weaknesses'
});
const OPPORTUNITIES = column('O', 'sky', 'sunrise', {
	ar: 'الفرص',
	fr: 'Opportunités',
	en: 'Opportunities'
});
const THREATS = column('T', 'peach', 'storm', { ar: 'التهديدات', fr: 'Menaces', en: 'Threats' });
const CHALLENGES = column('CH', 'lilac', 'mountain', {
	ar: 'التحديات',
	fr: 'Défis',
	en: 'Challenges'
});
const NEEDS = column('ND', 'lemon', 'puzzle', { ar: 'الحاجيات', fr: 'Besoins', en: 'Needs' });
const GOVERNANCE = column('GOV', 'sand', 'columns', {
	ar: 'الحكامة',
	fr: 'Gouvernance',
	en: 'Governance'
});
const COMPLEMENTARITY = column('CPL', 'sky', 'links', {
	ar: 'التكامل',
	fr: 'Complémentarité',
	en: 'Complementarity'
});
const SUSTAINABILITY = column('SUS', 'mint', 'sprout', {
	ar: 'الاستدامة',
	fr: 'Pérennité',
	en: 'Sustainability'
});

/** The eleven agenda items of the Fès-Meknès day, from 09:00 to 16:50, with the dots of its vote. */
export const FES_MEKNES_ACTIVITIES: readonly ActivityDraft[] = [
	{
		kind: 'protocol',
		durationMinutes: 30,
		title: {
			ar: 'الاستقبال والتسجيل والانضمام برمز الورشة ثم الجلسة الافتتاحية',
			fr: 'Accueil, inscription, entrée avec le code de l’atelier, puis séance d’ouverture',
			en: 'Welcome, registration, joining with the workshop’s code, then the opening session'
		},
		shortTitle: {
			ar: 'الاستقبال والافتتاح',
			fr: 'Accueil et ouverture',
			en: 'Welcome and opening'
		},
		prompt: {
			ar: 'قبل البدء: ما انتظاراتكم من الورشة؟ (كلمة واحدة)',
			fr: 'Avant de commencer : qu’attendez-vous de l’atelier ? (un seul mot)',
			en: 'Before we start: what do you expect of the workshop? (one word)'
		},
		columns: [],
		vote: null
	},
	{
		kind: 'presentation',
		durationMinutes: 40,
		title: {
			ar: 'عرض التصور الأولي للقطب والنتائج الأولية للدراسة، وأسئلة توضيحية',
			fr: 'Présentation de la vision initiale du pôle et des premiers résultats de l’étude, questions de clarification',
			en: 'Presentation of the hub’s first outline and the study’s first results, with questions'
		},
		shortTitle: {
			ar: 'عرض التصور وأسئلة',
			fr: 'Présentation et questions',
			en: 'Outline and questions'
		},
		prompt: {
			ar: 'ما الأسئلة التي يثيرها العرض؟',
			fr: 'Quelles questions la présentation soulève-t-elle ?',
			en: 'What questions does the presentation raise?'
		},
		columns: [],
		vote: null
	},
	{
		kind: 'notes',
		durationMinutes: 65,
		title: {
			ar: 'التشخيص التشاركي لواقع الاقتصاد الاجتماعي والتضامني بالجهة',
			fr: 'Diagnostic participatif de l’économie sociale et solidaire dans la région',
			en: 'Participatory diagnosis of the social and solidarity economy in the region'
		},
		shortTitle: {
			ar: 'التشخيص التشاركي',
			fr: 'Diagnostic participatif',
			en: 'Participatory diagnosis'
		},
		prompt: {
			ar: 'ما نقط القوة والضعف والفرص والتهديدات؟',
			fr: 'Quels sont les atouts, les faiblesses, les opportunités et les menaces ?',
			en: 'What are the strengths, weaknesses, opportunities and threats?'
		},
		columns: [STRENGTHS, WEAKNESSES, OPPORTUNITIES, THREATS],
		vote: null
	},
	{
		kind: 'break',
		durationMinutes: 15,
		title: { ar: 'استراحة', fr: 'Pause', en: 'Break' },
		shortTitle: {},
		prompt: {},
		columns: [],
		vote: null
	},
	{
		kind: 'notes',
		durationMinutes: 50,
		title: {
			ar: 'التحديات القائمة والحاجيات الأساسية: تجميع وترتيب الأولويات',
			fr: 'Défis actuels et besoins essentiels : regroupement et hiérarchisation',
			en: 'Present challenges and basic needs: clustering and prioritisation'
		},
		shortTitle: { ar: 'التحديات والحاجيات', fr: 'Défis et besoins', en: 'Challenges and needs' },
		prompt: {
			ar: 'ما التحديات والحاجيات التي يجب أخذها بعين الاعتبار؟',
			fr: 'Quels défis et quels besoins faut-il prendre en compte ?',
			en: 'Which challenges and needs have to be taken into account?'
		},
		columns: [CHALLENGES, NEEDS],
		vote: DEFAULT_VOTE_RULES
	},
	{
		kind: 'notes',
		durationMinutes: 40,
		title: {
			ar: 'نموذج الحكامة لتدبير القطب',
			fr: 'Modèle de gouvernance pour la gestion du pôle',
			en: 'Governance model to manage the hub'
		},
		shortTitle: { ar: 'نموذج الحكامة', fr: 'Modèle de gouvernance', en: 'Governance model' },
		prompt: {
			ar: 'كيف ينبغي أن يُدبَّر القطب؟ من يقرر، ومن ينفذ، ومن يراقب؟',
			fr: 'Comment le pôle doit-il être géré ? Qui décide, qui exécute et qui contrôle ?',
			en: 'How should the hub be managed? Who decides, who carries out, who oversees?'
		},
		columns: [GOVERNANCE],
		vote: null
	},
	{
		kind: 'break',
		durationMinutes: 60,
		title: { ar: 'استراحة الغداء', fr: 'Pause déjeuner', en: 'Lunch break' },
		shortTitle: {},
		prompt: {},
		columns: [],
		vote: null
	},
	{
		kind: 'notes',
		durationMinutes: 35,
		title: {
			ar: 'سبل التكامل بين مختلف المبادرات والبرامج الجارية',
			fr: 'Complémentarités entre les initiatives et programmes en cours',
			en: 'How the initiatives and programmes under way complement each other'
		},
		shortTitle: { ar: 'التكامل بين البرامج', fr: 'Complémentarités', en: 'Complementarity' },
		prompt: {
			ar: 'ما الذي يمكن للقطب أن يتقاسمه أو يكمله مع كل برنامج؟',
			fr: 'Que peut partager le pôle avec chaque programme, et que peut-il y compléter ?',
			en: 'What can the hub share with each programme, or complete in it?'
		},
		columns: [COMPLEMENTARITY],
		vote: null
	},
	{
		kind: 'notes',
		durationMinutes: 55,
		title: {
			ar: 'سيناريوهات تدبير القطب وضمان استدامته: مقارنة متعددة المعايير',
			fr: 'Scénarios de gestion et de pérennité du pôle : comparaison multicritère',
			en: 'Scenarios to manage and sustain the hub: multi-criteria comparison'
		},
		shortTitle: {
			ar: 'سيناريوهات التدبير',
			fr: 'Scénarios de gestion',
			en: 'Management scenarios'
		},
		prompt: {
			ar: 'أي سيناريو؟ وبأي شروط للاستدامة؟',
			fr: 'Quel scénario ? Et à quelles conditions sera-t-il pérenne ?',
			en: 'Which scenario? And under what conditions will it last?'
		},
		columns: [SUSTAINABILITY],
		vote: null
	},
	{
		kind: 'proposals',
		durationMinutes: 45,
		title: {
			ar: 'بلورة المقترحات والتوصيات وقرار الرضا (التوافق)',
			fr: 'Formulation des propositions et recommandations, décision par consentement',
			en: 'Drafting proposals and recommendations, and deciding by consent'
		},
		shortTitle: {
			ar: 'المقترحات والتوصيات',
			fr: 'Propositions et recommandations',
			en: 'Proposals and recommendations'
		},
		prompt: {
			ar: 'هل من اعتراض مبرر على هذا المقترح؟',
			fr: 'Y a-t-il une objection argumentée à cette proposition ?',
			en: 'Is there a reasoned objection to this proposal?'
		},
		columns: [],
		vote: null
	},
	{
		kind: 'plenary',
		durationMinutes: 35,
		title: {
			ar: 'الجلسة العامة: تقديم خلاصات الطاولات والاختتام والخطوات المقبلة',
			fr: 'Plénière : restitution des tables, clôture et prochaines étapes',
			en: 'Plenary: the tables’ summaries, closing and next steps'
		},
		shortTitle: {
			ar: 'الجلسة العامة والاختتام',
			fr: 'Plénière et clôture',
			en: 'Plenary and closing'
		},
		prompt: {},
		columns: [],
		vote: null
	}
];
