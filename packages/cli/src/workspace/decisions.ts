import type { NameDecision } from "@chiendich/core";

export async function readDecisions(_folder: string): Promise<readonly NameDecision[]> {
  return [];
}
