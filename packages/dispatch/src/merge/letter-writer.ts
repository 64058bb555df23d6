import {
  blocksFrom,
  DispatchTemplateError,
  type DispatchDocument,
  type Templates,
} from "../document/dispatch-document.ts";
import type { Block, Picture } from "../document/document-tree.ts";
import { bodyOf, type Body, type Piece } from "../docx/body.ts";
import { sectionXml } from "../docx/section.ts";
import { StretchWriter } from "../docx/stretch.ts";
import {
  documentEnd,
  documentStart,
  entry,
  surroundingEntries,
  type RawDeflate,
} from "../docx/write-docx.ts";
import { zip, type ZipEntry } from "../docx/zip.ts";
import { fromStart, type Numbering } from "../markup/blocks-of.ts";
import { shippedTemplates } from "../shipped/shipped-templates.ts";
import { chunksOf, type Chunk } from "../template/chunks.ts";
import {
  templateEnvironment,
  type FilledTemplate,
  type TemplateEnvironment,
} from "../template/environment.ts";
import { plainData, printable, type PlainData } from "../template/plain-data.ts";
import type { LetterRecipient } from "./letter-recipient.ts";

/** A chunk of the template: its blocks when all letters share them, else what its markup is part of. */
type Prepared =
  | { readonly blocks: readonly Block[] }
  /** `numberingBefore` is null when it depends on the letter. */
  | { readonly blocks: null; readonly numberingBefore: Numbering | null };

interface Preparation {
  readonly chunks: readonly Prepared[];
  /** Fills in every chunk that varies at once, `between` them: calling Handlebars costs more than its work. */
  readonly fill: FilledTemplate;
}

/** Stands between chunks; data cannot hold it, for it is no character. */
const between = "\ufdd0";

/**
 * `segments`: what letters share is deflated once, and letters are written several times as fast.
 * `whole`: each letter is deflated as one, and its file is a third smaller; by fflate, whose bytes are
 * the same everywhere, or by what is given, such as `deflateRawSync` of node:zlib, which is faster.
 */
export type Compression = "segments" | "whole" | { readonly whole: RawDeflate };

/**
 * Writes the letters of one merge. What of the template does not depend on the recipient is filled in,
 * laid out and deflated once; per letter only the rest is.
 */
export class LetterWriter {
  readonly #document: DispatchDocument;
  readonly #partials: Templates;
  readonly #shared: PlainData;
  readonly #chunks: readonly Chunk[];
  readonly #environment: TemplateEnvironment;
  readonly #prepared = new Map<string, Preparation>();
  readonly #known: { readonly names: Map<Block, string>; readonly written: Map<string, string> };
  readonly #stretches = new StretchWriter();
  readonly #surrounding: readonly ZipEntry[];

  constructor(document: DispatchDocument, templates: Templates = {}) {
    this.#document = document;
    this.#partials = { ...shippedTemplates, ...templates };
    this.#environment = templateEnvironment(this.#partials);
    this.#shared = plainData(document.data);
    const source = this.#partials[document.template];
    if (source === undefined) throw new RangeError(`there is no template called ${document.template}`);
    this.#chunks = this.#guarded(() => chunksOf(document.template, source, this.#partials));
    this.#known = { names: new Map(), written: new Map() };
    this.#surrounding = surroundingEntries({ ...document, title: printable(document.title) });
  }

  /** The bytes of one letter. @throws {DispatchTemplateError} naming the template and what does not fit */
  docx(recipient: LetterRecipient, compression: Compression): Uint8Array {
    const shared = recipient.pictures === undefined;
    const body = this.body(this.blocks(recipient), this.picturesOf(recipient), { next: 1 }, shared);
    const pieces: readonly Piece[] = [
      { xml: documentStart, key: "start" },
      ...body.pieces,
      { xml: sectionXml(body.landscape) + documentEnd, key: `end${body.landscape ? 1 : 0}` },
    ];
    const part = "word/document.xml";
    const document =
      compression === "segments"
        ? this.#stretches.entry(part, pieces)
        : entry(
            part,
            pieces.map(({ xml }) => xml).join(""),
            typeof compression === "object" ? compression.whole : undefined,
          );
    return zip([...this.#surroundingOf(recipient), document]);
  }

  /**
   * What is written of a letter's blocks; what letters share comes as pieces with a key.
   *
   * @param sharedPictures whether its drawings, too, are those of every letter, ids included
   */
  body(
    blocks: readonly Block[],
    pictures: Readonly<Record<string, Picture>>,
    drawings: { next: number },
    sharedPictures: boolean,
  ): Body {
    const known = { ...this.#known, sharedPictures };
    return this.#guarded(() => bodyOf(blocks, pictures, drawings, known));
  }

  blocks(recipient: LetterRecipient): readonly Block[] {
    const own = plainData(recipient.data);
    const { chunks, fill } = this.#preparedFor(Object.keys(own));
    const filled = this.#guarded(() => fill({ ...this.#shared, ...own }).split(between));
    const numbering = fromStart();
    let next = 0;
    return chunks.flatMap((chunk) => {
      if (chunk.blocks !== null) return chunk.blocks;
      if (chunk.numberingBefore !== null) Object.assign(numbering, chunk.numberingBefore);
      next += 1;
      return blocksFrom(this.#document.template, filled[next - 1] ?? "", numbering);
    });
  }

  picturesOf({ pictures }: LetterRecipient): Readonly<Record<string, Picture>> {
    return pictures === undefined ? this.#document.pictures : { ...this.#document.pictures, ...pictures };
  }

  #surroundingOf(recipient: LetterRecipient): readonly ZipEntry[] {
    if (recipient.pictures === undefined) return this.#surrounding;
    const { title } = this.#document;
    return surroundingEntries({ title: printable(title), pictures: this.picturesOf(recipient) });
  }

  /** Letters that vary the same names share the preparation. */
  #preparedFor(names: readonly string[]): Preparation {
    const key = names.toSorted().join(" ");
    const known = this.#prepared.get(key);
    if (known) return known;
    const prepared = this.#guarded(() => this.#prepare(new Set(names)));
    this.#prepared.set(key, prepared);
    return prepared;
  }

  #prepare(varying: ReadonlySet<string>): Preparation {
    const { template } = this.#document;
    const sources: string[] = [];
    // Numbers are known up to the first chunk that counts and varies.
    let numbering: Numbering | null = fromStart();
    const chunks = this.#chunks.map(({ source, used, counts }): Prepared => {
      const varies = used === null || [...used].some((name) => varying.has(name));
      if (varies || (counts && numbering === null)) {
        const numberingBefore = numbering === null ? null : { ...numbering };
        if (counts) numbering = null;
        sources.push(source);
        return { blocks: null, numberingBefore };
      }
      const markup = this.#environment.compile(source)(this.#shared);
      const blocks = blocksFrom(template, markup, numbering ?? fromStart());
      for (const block of blocks) this.#known.names.set(block, String(this.#known.names.size));
      return { blocks };
    });
    return { chunks, fill: this.#environment.compile(sources.join(between)) };
  }

  #guarded<Result>(make: () => Result): Result {
    try {
      return make();
    } catch (cause) {
      if (cause instanceof DispatchTemplateError) throw cause;
      throw new DispatchTemplateError(this.#document.template, cause);
    }
  }
}
