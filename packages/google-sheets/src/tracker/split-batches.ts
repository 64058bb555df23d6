import type { WireRequest } from "../api/wire.ts";
import { stableId } from "./marks.ts";

/** Requests that go together, and the marker that tells whether they were carried out. */
export interface PlannedBatch {
  readonly marker: number;
  readonly requests: readonly WireRequest[];
}

/** Below the 2 MB that Google advises for one request (documented), the envelope included. */
const batchBytes = 1_800_000;

/**
 * The requests in as few batches as the advised payload allows. Each batch takes off the marker of
 * the one before, so that a spreadsheet bears one. A marker depends on what is there already: the
 * same plan made again after its first application gets other ones.
 */
export function splitBatches(
  requests: readonly WireRequest[],
  existingMarkers: readonly number[],
): PlannedBatch[] {
  const groups: WireRequest[][] = [];
  let bytes = Infinity;
  for (const request of requests) {
    const size = new TextEncoder().encode(JSON.stringify(request)).length + 1;
    if (bytes + size > batchBytes) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(request);
    bytes += size;
  }
  let before = existingMarkers;
  return groups.map((group) => {
    const clean = before.map((metadataId): WireRequest => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
    }));
    const marker = freshMarker(JSON.stringify([before, group]), before);
    before = [marker];
    return { marker, requests: [...group, ...clean] };
  });
}

function freshMarker(text: string, taken: readonly number[]): number {
  let marker = stableId(text);
  while (taken.includes(marker)) marker += 1;
  return marker;
}
