import { extname } from "node:path";
import {
  readReturn,
  readReturnPackage,
  type Issue,
  type Reading,
  type UnitResolver,
  type Verifier,
} from "@chiendich/core";
import { openWorkbook } from "@chiendich/xlsx";
import { openSnapshot, snapshotExtension } from "../google/sheet-snapshot.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
import { packageExtension } from "./kept-returns.ts";
import type { Receipt } from "./receipts.ts";
import type { Workspace } from "./workspace.ts";

/** What reading one return takes beside its bytes. */
export interface ReadOptions {
  /** Of the bytes. */
  readonly sha256: string;
  readonly resolver: UnitResolver;
  readonly roundId: string | undefined;
  readonly verifierOf: (unitId: string) => Verifier | undefined;
}

/**
 * Reads a return by what it is: a workbook, what was read of a shared sheet, a kind of file some
 * plugin opens, or the package of an office below. Null when it cannot be read at all.
 */
export async function readCollected(
  { campaign, directory, plugins }: Workspace,
  { name, receivedAt }: Receipt,
  bytes: Uint8Array,
  { sha256, resolver, roundId, verifierOf }: ReadOptions,
): Promise<{ readonly reading: Reading | null; readonly issues: readonly Issue[] }> {
  const extension = extname(name).toLowerCase();
  const { sources, validators, fieldKinds } = pluginParts(plugins);
  const openers: typeof sources = { ...sources, [snapshotExtension]: openSnapshot };
  const open = openers[extension];
  if (!open && extension === packageExtension) {
    const options = { campaign, directory, source: name, sha256, roundId, verifierOf };
    const reading = await readReturnPackage(new TextDecoder().decode(bytes), options);
    return { reading, issues: reading.issues };
  }
  const opened = await (open ?? openWorkbook)(bytes, { name });
  if (opened.value === null) return { reading: null, issues: opened.issues };
  const reading = await readReturn(opened.value, {
    ...{ campaign, directory, resolver, sha256, receivedAt, roundId, validators, fieldKinds },
  });
  return { reading, issues: [...opened.issues, ...reading.issues] };
}
