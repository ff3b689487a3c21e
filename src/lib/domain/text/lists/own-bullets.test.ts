import { expect, test } from 'vitest';
import { withOwnBullets } from './own-bullets.ts';

test.each([
	['● تهيئة السوق', '• تهيئة السوق'],
	['▪ تجهيز المقر', '• تجهيز المقر'],
	['✔ تكوين المسيرين', '• تكوين المسيرين'],
	['✔\uFE0F تكوين', '• تكوين'],
	['□ شراء المعدات\n☑ تم', '• شراء المعدات\n• تم'],
	['★ معرض جهوي', '• معرض جهوي'],
	['\uF0B7\tMarché', '• Marché'],
	['\uF0A7Marché', '• Marché'],
	['➤  Former', '• Former'],
	['• Former', '• Former'],
	['- Former', '- Former'],
	['🤝 تعاون', '🤝 تعاون'],
	['© ODCO', '© ODCO'],
	['Note ★ 5', 'Note ★ 5'],
	['★', '★'],
	['٠ من 5', '٠ من 5']
])('[DX19] %j is %j', (text, own) => {
	expect(withOwnBullets(text)).toBe(own);
});
