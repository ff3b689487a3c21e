import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { DomainError } from '#lib/domain/errors.ts';
import { compactPdf } from './compact-pdf.ts';

/** What a compilation needs. */
export interface TypstJob {
	readonly template: string;
	/** Texts that the template reads from `sys.inputs`. */
	readonly inputs: Readonly<Record<string, string>>;
	/** Pictures by the path under which the template names them. */
	readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
	/** TrueType files. */
	readonly fonts: readonly Buffer[];
}

/** For how many further documents a part of one is remembered, which makes the same document faster. */
const CACHE_AGE = 3;

/** A folder that is nobody's: the template reads shadow files only. */
const WORKSPACE = '/tachawor-document';

/**
 * Compiles to an accessible PDF (PDF/UA-1). Holds its thread up until it is laid out. Rejects with
 * `document_failed` (its cause says why) when it does not compile.
 */
export async function compileTypst({
	template,
	inputs,
	files,
	fonts
}: TypstJob): Promise<Uint8Array> {
	const compiler = NodeCompiler.create({
		workspace: WORKSPACE,
		fontArgs: [{ fontBlobs: [...fonts] }]
	});
	for (const { path, bytes } of files) compiler.mapShadow(WORKSPACE + path, Buffer.from(bytes));
	const compiled = compiler.compile({ mainFileContent: template, inputs });
	const { result } = compiled;
	if (compiled.hasError() || !result) {
		const error = new DomainError('document_failed');
		error.cause = compiled.takeError()?.shortDiagnostics;
		throw error;
	}
	const pdf = compiler.pdf(result, { pdfStandard: PdfStandard.UA_1 });
	const compact = await compactPdf(pdf);
	// What the library remembers of earlier documents would grow for as long as the process lives. Forgetting
	// takes up to a tenth of a second, so it is done once the document was handed over.
	setImmediate(() => compiler.evictCache(CACHE_AGE));
	return compact;
}
