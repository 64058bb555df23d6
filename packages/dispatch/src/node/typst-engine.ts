import { PdfEngineError, type PdfEngine } from "../pdf/pdf-engine.ts";

/** With which fonts pages are set. */
export interface TypstEngineOptions {
  /**
   * Font files: Times New Roman, or one with its metrics such as Tinos (`@expo-google-fonts/tinos`),
   * regular, bold, italic and bold italic. Without them those of the machine are taken, and an old
   * Liberation Serif lacks 46 Vietnamese letters, which Typst then takes from another font.
   */
  readonly fonts?: readonly Uint8Array[] | undefined;
}

/** What we use of `@myriaddreamin/typst-ts-node-compiler`. */
interface TypstCompiler {
  pdf(what: { readonly mainFileContent: string }): Uint8Array;
  evictCache(maxAge: number): void;
}

/** Documents after which what Typst remembers is thrown away, so that memory does not grow with their number. */
const cacheAge = 10;

/**
 * Makes PDF pages with Typst, without an office program or a browser. It is an optional dependency of
 * some 50 MB: install `@myriaddreamin/typst-ts-node-compiler` beside this package.
 *
 * @throws {PdfEngineError} `missing` when it is not installed; `failed` (from `toPdf`) when a page cannot be set
 */
export async function typstEngine(options: TypstEngineOptions = {}): Promise<PdfEngine> {
  const compiler = await createCompiler(options);
  return {
    input: "typst",
    toPdf: async (source) => {
      try {
        const pdf = compiler.pdf({ mainFileContent: source });
        compiler.evictCache(cacheAge);
        return new Uint8Array(pdf);
      } catch (cause) {
        throw new PdfEngineError("failed", "Typst could not set the document", cause);
      }
    },
  };
}

async function createCompiler({ fonts = [] }: TypstEngineOptions): Promise<TypstCompiler> {
  const name = "@myriaddreamin/typst-ts-node-compiler";
  let module: { readonly NodeCompiler: { create(args?: object): TypstCompiler } };
  try {
    module = (await import(name)) as typeof module;
  } catch (cause) {
    throw new PdfEngineError("missing", `install ${name} to make PDF with Typst`, cause);
  }
  return module.NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
}
