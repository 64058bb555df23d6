import {
  blocksFrom,
  DispatchTemplateError,
  type DispatchDocument,
  type Templates,
} from "../document/dispatch-document.ts";
import type { Block, Picture } from "../document/document-tree.ts";
import {
  bodyOf,
  countFromOne,
  type Body,
  type DrawingCount,
  type KnownBlock,
  type KnownBlocks,
  type Piece,
} from "../docx/body.ts";
import { hasPicture } from "../docx/picture.ts";
import { Recent } from "../docx/recent.ts";
import { sectionXml } from "../docx/section.ts";
import { StretchWriter } from "../docx/stretch.ts";
import { deflatedAlike, documentEnd, documentStart, surroundingEntries } from "../docx/write-docx.ts";
import { zip, zipStart, type RawDeflate, type ZipStart } from "../docx/zip.ts";
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
import type { Compression, MergeOptions } from "./merge-options.ts";

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

/** What a chunk that varies came to be, for letters in which it is the same: those of one group of units. */
interface Filled {
  readonly blocks: readonly Block[];
  readonly before: Numbering;
  readonly after: Numbering;
}

/**
 * Chunks remembered: some for each kind of letter among the last. More would outlive the collection of
 * young objects, and memory would grow with the number of letters until all is collected.
 */
const mostFilled = 64;

/** Stands between chunks; data cannot hold it, for it is no character. */
const between = "\ufdd0";

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
  readonly #filled = new Recent<Filled>(mostFilled);
  readonly #known = new WeakMap<Block, KnownBlock>();
  #lastKnown = 0;
  readonly #stretches: StretchWriter;
  readonly #surrounding: ZipStart;

  /** @throws {DispatchTemplateError} when the template cannot be read */
  constructor(
    document: DispatchDocument,
    { templates = {}, compression = "segments" }: Pick<MergeOptions, "templates" | "compression"> = {},
  ) {
    this.#document = document;
    this.#partials = { ...shippedTemplates, ...templates };
    this.#environment = templateEnvironment(this.#partials);
    this.#shared = plainData(document.data);
    const source = this.#partials[document.template];
    if (source === undefined) throw new RangeError(`there is no template called ${document.template}`);
    this.#chunks = this.#guarded(() => chunksOf(document.template, source, this.#partials));
    this.#stretches = new StretchWriter(deflateFor(compression));
    this.#surrounding = zipStart(surroundingEntries({ ...document, title: printable(document.title) }));
  }

  /** The bytes of one letter. @throws {DispatchTemplateError} naming the template and what does not fit */
  docx(recipient: LetterRecipient): Uint8Array {
    // A letter's own pictures may be other than those its blocks were written with.
    const known = recipient.pictures === undefined ? this.#known : withoutPictures(this.#known);
    const body = this.body(this.blocks(recipient), this.picturesOf(recipient), countFromOne(), known);
    const pieces: readonly Piece[] = [
      { xml: documentStart, key: "start" },
      ...body.pieces,
      { xml: sectionXml(body.landscape) + documentEnd, key: `end${body.landscape ? 1 : 0}` },
    ];
    return zip([this.#stretches.entry("word/document.xml", pieces)], this.#surroundingOf(recipient));
  }

  /** What is written of a letter's blocks; what letters share comes as pieces with a key. */
  body(
    blocks: readonly Block[],
    pictures: Readonly<Record<string, Picture>>,
    drawings: DrawingCount,
    known: KnownBlocks = this.#known,
  ): Body {
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
      return this.#blocksOf(filled[next - 1] ?? "", numbering);
    });
  }

  /** Blocks of a chunk that varies: those of an earlier letter in which it was the same. */
  #blocksOf(markup: string, numbering: Numbering): readonly Block[] {
    const known = this.#filled.get(markup);
    if (known?.before.heading === numbering.heading && known.before.paragraph === numbering.paragraph) {
      Object.assign(numbering, known.after);
      for (const block of known.blocks) this.#remember(block);
      return known.blocks;
    }
    const before = { ...numbering };
    const blocks = blocksFrom(this.#document.template, markup, numbering);
    this.#filled.set(markup, { blocks, before, after: { ...numbering } });
    return blocks;
  }

  /** Deflating what some letters share would make a letter's bytes depend on those before it: no key. */
  #remember(block: Block): void {
    if (!this.#known.has(block)) this.#known.set(block, { key: null, written: new Map() });
  }

  picturesOf({ pictures }: LetterRecipient): Readonly<Record<string, Picture>> {
    return pictures === undefined ? this.#document.pictures : { ...this.#document.pictures, ...pictures };
  }

  #surroundingOf(recipient: LetterRecipient): ZipStart {
    if (recipient.pictures === undefined) return this.#surrounding;
    const { title } = this.#document;
    return zipStart(surroundingEntries({ title: printable(title), pictures: this.picturesOf(recipient) }));
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
      for (const block of blocks) {
        this.#lastKnown += 1;
        this.#known.set(block, { key: String(this.#lastKnown), written: new Map() });
      }
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

function deflateFor(compression: Compression): RawDeflate | null {
  if (compression === "segments") return null;
  return compression === "whole" ? deflatedAlike : compression.whole;
}

function withoutPictures(known: KnownBlocks): KnownBlocks {
  return { get: (block) => (hasPicture(block) ? undefined : known.get(block)) };
}
