import { readFile } from "node:fs/promises";
import {
  checkCampaign,
  checkDirectory,
  issue,
  parseCampaign,
  parseLineage,
  parseUnitDirectory,
  type Campaign,
  type Issue,
  type Parsed,
  type UnitDirectory,
} from "@chiendich/core";
import { civilServantCalendar } from "@chiendich/vietnam";

/** What the office has decided: the campaign and whom it concerns, with everything found wrong about it. */
export interface Plan {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly findings: readonly Issue[];
}

/** Something in the plan cannot be read at all; `issues` say what. */
export class PlanError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super("the plan cannot be read");
    this.name = "PlanError";
    this.issues = issues;
  }
}

/** Reads `campaign.yaml`, `units.csv` and `lineage.csv`. @throws {PlanError} with every problem of all three */
export async function readPlan(folder: URL): Promise<Plan> {
  const campaign = await readPart(folder, "campaign.yaml", (text, source) => parseCampaign(text, { source }));
  const lineage = await readPart(folder, "lineage.csv", (text, source) => parseLineage(text, { source }));
  const units = await readPart(folder, "units.csv", (text, source) =>
    parseUnitDirectory(text, { source, lineage: lineage.value ?? [] }),
  );
  const issues = [...campaign.issues, ...lineage.issues, ...units.issues];
  if (!campaign.value || !lineage.value || !units.value) throw new PlanError(issues);
  const findings = [
    ...issues,
    ...checkDirectory(units.value),
    ...checkCampaign(campaign.value, units.value, { calendar: civilServantCalendar }),
  ];
  return { campaign: campaign.value, directory: units.value, findings };
}

/** A missing file is one more problem beside those of the others. */
async function readPart<Value>(
  folder: URL,
  name: string,
  parse: (text: string, source: string) => Parsed<Value>,
): Promise<Parsed<Value>> {
  const bytes = await readBytes(new URL(name, folder));
  if (bytes === null)
    return { value: null, issues: [issue("workspace_file_missing", { source: name }, { name })] };
  return parse(new TextDecoder().decode(bytes), name);
}

/** The bytes of a file, or null when there is none. */
export async function readBytes(file: URL): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
