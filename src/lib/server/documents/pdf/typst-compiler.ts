import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { DomainError } from '#lib/domain/errors.ts';

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

/** A folder that is nobody's: the template reads shadow files only. */
const WORKSPACE = '/tachawor-document';

/**
 * Compiles to an accessible PDF (PDF/UA-1). Holds its thread up until it is done. Throws
 * `document_failed` (its cause says why) when it does not compile.
 */
export function compileTypst({ template, inputs, files, fonts }: TypstJob): Uint8Array {
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
	return compiler.pdf(result, { pdfStandard: PdfStandard.UA_1 });
}
