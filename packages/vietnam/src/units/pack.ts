import type { Confidence } from "@chiendich/core";
import type { PackId } from "./pack-text.ts";

/** What a pack is, where it comes from and how sure that is. */
export interface PackInfo {
  readonly id: PackId;
  readonly title: { readonly vi: string; readonly en: string };
  /** First and last day of the state; the last is absent while it stands. */
  readonly from: string;
  readonly to?: string | undefined;
  readonly counts: { readonly provinces: number; readonly districts: number; readonly communes: number };
  readonly sources: readonly PackSource[];
  /** SHA-256 over the whole pack, hex; `verifyPack` makes it anew. */
  readonly sha256: string;
}

/** Where a pack's data come from. */
export interface PackSource {
  /** The official document or list. */
  readonly document: string;
  /** Where it was read. */
  readonly obtainedFrom: string;
  /** As the place it was read from declares it. */
  readonly licence: string;
  readonly confidence: Confidence;
  readonly note?: string | undefined;
}
