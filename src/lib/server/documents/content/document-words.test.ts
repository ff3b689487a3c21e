import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentWords, monthsBetween } from './document-words.ts';

describe('words of the documents', () => {
	test('[DX16] every plural has a text for every number in every language', () => {
		const plurals = [
			m.document_of_actions,
			m.document_of_axes,
			m.document_of_objectives,
			m.document_of_notes,
			m.document_of_clusters,
			m.document_proposals_count,
			m.document_months_count,
			m.document_notes_count,
			m.votes_dots,
			m.votes_approvals,
			m.votes_of_voters
		];
		for (const locale of LOCALES) {
			for (const count of [0, 1, 2, 3, 11, 100, 1_000_000]) {
				const texts = plurals.map((plural) => plural({ count }, { locale }));
				texts.push(m.document_incomplete_warning({ count, total: 100 }, { locale }));
				expect(texts.filter((text) => /document_|votes_/.test(text))).toEqual([]);
			}
		}
		expect(m.document_of_actions({ count: 2 }, { locale: 'ar' })).toBe('إجراءين');
	});

	test('[DX16] amounts are isolated and months are counted whole', () => {
		expect(documentWords('ar').money(9_500_000)).toBe('\u20679\u202F500\u202F000 درهم\u2069');
		expect(documentWords('fr').money(9_500_000)).toBe('\u20669\u202F500\u202F000\u00A0DH\u2069');
		expect(monthsBetween('2026-01', '2027-06')).toBe(18);
		expect(documentWords('ar').span('2026-01', '2027-06', true)).toBe(
			'من يناير 2026 إلى يونيو 2027 (18 شهراً)'
		);
		expect(documentWords('fr').span(null, '2027-06')).toBe('avant fin juin 2027');
		expect(documentWords('en').span(null, null)).toBeNull();
		expect(documentWords('fr').share(1, 0)).toBe('0\u00A0%');
		expect(documentWords('ar').share(319, 780)).toBe('40,9%');
	});

	test('[FM1] French elides before a month that begins with a vowel, in all twelve', () => {
		const from = (locale: Locale) =>
			Array.from({ length: 12 }, (_, month) => {
				const start = `2025-${String(month + 1).padStart(2, '0')}`;
				return documentWords(locale).span(start, '2026-12');
			});
		expect(from('fr').map((span) => span?.replace(' 2025 à décembre 2026', ''))).toEqual([
			...['de janvier', 'de février', 'de mars', 'd’avril', 'de mai', 'de juin'],
			...['de juillet', 'd’août', 'de septembre', 'd’octobre', 'de novembre', 'de décembre']
		]);
		const long = documentWords('fr').span('2025-10', '2025-11', true);
		expect(long).toBe('d’octobre 2025 à novembre 2025 (2 mois)');
		expect(from('en')[9]).toBe('from October 2025 to December 2026');
		expect(from('ar')[9]).toBe('من أكتوبر 2025 إلى دجنبر 2026');
	});
});
