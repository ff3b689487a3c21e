import { beforeAll, describe, expect, test } from 'vitest';
import { acceptedPictures } from '../../../../../tests/support/files/pictures.ts';
import { readZip } from '../../../../../tests/support/files/read-zip.ts';
import { examplePlanSource } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { requirePicture } from '../../files/picture.ts';
import { planDocument, type PlanDocument } from './plan-document.ts';
import { docxFile } from '../docx/docx-file.ts';
import { pdfFile } from '../pdf/pdf-file.ts';
import { planDocumentContent } from './plan-content.ts';

describe('[FI4] every picture that may be uploaded stands in the documents', () => {
	let document: PlanDocument;
	let count: number;

	beforeAll(async () => {
		const pictures = await acceptedPictures();
		count = pictures.length;
		const source = examplePlanSource();
		const organisers = await Promise.all(
			pictures.map(async ([name, bytes]) => ({
				name,
				role: 'organiser' as const,
				logo: await requirePicture(bytes)
			}))
		);
		document = planDocument({ ...source, workshop: { ...source.workshop, organisers } });
	});

	test('[FI4] in Word, each in its proportions', async () => {
		const files = readZip(await docxFile(planDocumentContent(document, 'ar')));
		const media = [...files.keys()].filter((path) => path.startsWith('word/media/'));
		expect(media.filter((path) => /\.(png|jpg)$/.test(path))).toHaveLength(count);
		const drawings =
			(files.get('word/document.xml') ?? '').match(/<a:ext cx="\d+" cy="\d+"/g) ?? [];
		const proportions = drawings.map((drawing) => {
			const [width = 0, height = 1] = (drawing.match(/\d+/g) ?? []).map(Number);
			return width / height;
		});
		expect(proportions).toHaveLength(count);
		for (const proportion of proportions) expect(proportion).toBeCloseTo(30 / 20, 1);
	}, 30_000);

	test('[FI4] in the PDF', async () => {
		const text = Buffer.from(await pdfFile(planDocumentContent(document, 'ar'))).toString('latin1');
		const images = text.match(/\/Subtype \/Image\b[^]*?>>/g) ?? [];
		// The mask of a picture with glass is a picture of its own.
		const masked = images.filter((image) => image.includes('/SMask'));
		expect(images.length - masked.length).toBe(count);
	}, 30_000);
});
