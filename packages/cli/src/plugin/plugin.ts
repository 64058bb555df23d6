import type {
  Campaign,
  FieldKinds,
  FieldValidators,
  Parsed,
  ReminderMessage,
  RecipientUnit,
  SendOutcome,
  Severity,
  SheetSource,
  UnitDirectory,
  WorkbookDescription,
} from "@chiendich/core";
import type { DocumentTree } from "@chiendich/dispatch";
import type { Bilingual } from "../bilingual.ts";

/** The version of this interface. It changes when a plugin written before would no longer work. */
export const pluginApiVersion = 1;

/**
 * What somebody else's module adds to the command line. Named under `plugins` in `campaign.yaml`,
 * it is loaded and trusted like any program the office installs: it runs with the user's rights.
 */
export interface Plugin {
  readonly name: string;
  /** The version of the interface it was written for; see `pluginApiVersion`. */
  readonly apiVersion: number;
  readonly provides: PluginParts;
}

/** What a plugin adds; whatever it leaves out stays as it is. */
export interface PluginParts {
  /** More findings of `check`, about the plan. */
  readonly checks?: readonly PluginCheck[] | undefined;
  /**
   * Kinds of fields besides ours, by their own name: lower-case letters, digits and hyphens. Of the plugin
   * `office-rules`, `vehicle-plate` is asked for in `campaign.yaml` by `kind: office-rules/vehicle-plate`.
   */
  readonly fieldKinds?: FieldKinds | undefined;
  /** By field id; any Standard Schema (zod, valibot, arktype …). They judge values while returns are read. */
  readonly validators?: FieldValidators | undefined;
  /** By the name one gives to `remind --send <name>`. */
  readonly senders?: Readonly<Record<string, Sender>> | undefined;
  /** Formats of returns that can be read besides Excel, CSV and packages (`.json`), by the file's extension: `.ods`. */
  readonly sources?: Readonly<Record<string, OpenSource>> | undefined;
  /** Formats in which `dispatch` writes the letter besides Word, by the file's extension: `.odt`. */
  readonly renderers?: Readonly<Record<string, RenderLetter>> | undefined;
  /** Formats in which `report` writes the consolidated workbook besides Excel, by the file's extension. */
  readonly sinks?: Readonly<Record<string, WriteSheets>> | undefined;
}

/** Looks at the plan before it goes out; an empty list when all is well. */
export type PluginCheck = (campaign: Campaign, directory: UnitDirectory) => readonly PluginFinding[];

/** Something a check found, in its own words. */
export interface PluginFinding {
  /** Where in the campaign, by keys: `rounds[0].deadline`. */
  readonly path: string;
  readonly severity: Severity;
  readonly sentence: Bilingual;
}

/** Hands one reminder to a channel. Throwing means that nobody knows whether it went out: it is not sent again. */
export type Sender = (reminder: Reminder) => Promise<SendOutcome>;

/** One reminder for one unit. */
export interface Reminder {
  readonly message: ReminderMessage;
  /** Who it goes to. */
  readonly unit: RecipientUnit;
  /** What it says, in Vietnamese, without a link. */
  readonly text: string;
}

/** Reads a file of its format; what is wrong with the file is an issue, and `value` null when nothing can be read. */
export type OpenSource = (
  bytes: Uint8Array,
  options: { readonly name: string },
) => Promise<Parsed<SheetSource>>;

/** The letter, block by block, in another format; a text is written in UTF-8. */
export type RenderLetter = (letter: DocumentTree) => Promise<Uint8Array | string> | Uint8Array | string;

/** A workbook in another format: a text is written in UTF-8. */
export type WriteSheets = (
  workbook: WorkbookDescription,
) => Promise<Uint8Array | string> | Uint8Array | string;

/** A plugin, checked by the compiler; a module exports it by default. */
export function definePlugin<const Given extends Plugin>(plugin: Given): Given {
  return plugin;
}
