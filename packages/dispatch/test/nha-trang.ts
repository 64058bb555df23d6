import { readFileSync } from "node:fs";
import {
  parseCampaign,
  parseUnitDirectory,
  type Campaign,
  type RecipientUnit,
  type UnitDirectory,
} from "@chiendich/core";

/* The real campaign of the example, its units and the words of its letter. Shared by the tests of this package. */

const example = (name: string) =>
  readFileSync(new URL(`../../../examples/nha-trang-2024/${name}`, import.meta.url), "utf8");

function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`the example has no ${what}`);
  return value;
}

export const campaign: Campaign = present(
  parseCampaign(example("campaign.yaml"), { source: "campaign.yaml" }).value,
  "campaign",
);
export const directory: UnitDirectory = present(
  parseUnitDirectory(example("units.csv"), { source: "units.csv" }).value,
  "units",
);

/** The words of the published letter. */
export const publishedLetter = example("letter/2242-VHTT.txt");

export function unitNamed(name: string): RecipientUnit {
  return present(
    directory.units.find((unit) => unit.name === name),
    name,
  );
}
