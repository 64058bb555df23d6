import {
  createUnitResolver,
  parseAddress,
  printAddress,
  readReturn,
  unitDirectory,
  type Issue,
  type Reading,
} from "@chiendich/core";
import { applySheetPlan, openGoogleSheet, planNewTracker } from "../src/index.ts";
import { createLocalSheets, type SortBehaviour } from "../src/testing/index.ts";
import { DayOfEditing, decode, filledFields, type FilledField, type Manner } from "./day-of-editing.ts";
import { campaign, clientOf, someUnits, trackerOf } from "./fixtures.ts";

const unitCount = 12;
const units = someUnits(unitCount);
const directory = unitDirectory(units);
const resolver = createUnitResolver(directory, {});
const tracker = trackerOf(unitCount);

export interface DayResult {
  /** What must never be: another unit's or field's value, or a value lost without a word. Empty when all is well. */
  readonly failures: readonly string[];
  /** Values that stand in the sheet, and those of them that were read as they stand. */
  readonly standing: number;
  readonly read: number;
}

/** One seeded day of edits; the sheet is read after every so many, and at the end. */
export async function editAndRead(
  seed: number,
  manner: Manner,
  sort: SortBehaviour,
  { edits = 200, every = 50 } = {},
): Promise<DayResult> {
  const local = createLocalSheets({ sort });
  const { client } = clientOf(local);
  const { spreadsheetId } = await applySheetPlan(client, planNewTracker(tracker));
  const day = new DayOfEditing(local, spreadsheetId, tracker, seed, manner);
  await day.fillAll();
  const failures: string[] = [];
  let [standing, read] = [0, 0];
  for (let edit = 1; edit <= edits; edit++) {
    await day.edit();
    if (edit % every !== 0) continue;
    const source = await openGoogleSheet(client, spreadsheetId, { tracker });
    const reading = await readReturn(source, {
      campaign,
      directory,
      resolver,
      sha256: source.snapshotId,
      receivedAt: "2024-11-09T08:00:00+07:00",
    });
    const found = compare(day, reading);
    failures.push(
      ...found.failures.map((one) => `seed ${seed}, ${manner}, ${sort}, after ${edit} edits: ${one}`),
    );
    standing += found.standing;
    read += found.read;
    if (found.failures.length > 0) failures.push(...day.log.slice(-80));
    if (failures.length > 0) break;
  }
  return { failures, standing, read };
}

function compare(day: DayOfEditing, reading: Reading): DayResult {
  const failures: string[] = [];
  let [standing, read] = [0, 0];
  const answers = new Map<string, number>();
  for (const verdict of reading.verdicts) {
    if (verdict.outcome === "rejected") continue;
    const { report } = verdict;
    const unit = units.findIndex(({ id }) => id === report.unitId) + 1;
    for (const [field, number] of Object.entries(filledFields)) {
      const answer = report.answers[field];
      if (answer?.state !== "value") continue;
      const value = Number(answer.value);
      const whose = decode(value);
      const foreign = whose.unit !== unit || whose.field !== number;
      // A report that is held counts in no figure, and its query names the row.
      if (foreign && verdict.outcome === "accepted") {
        failures.push(
          `${report.unitId} is given ${value} as ${field}, which is unit ${whose.unit}'s field ${whose.field}`,
        );
      }
      answers.set(`${report.unitId}/${field}`, value);
    }
  }
  for (const { id } of units) {
    for (const field of Object.keys(filledFields) as FilledField[]) {
      const typed = day.standing(id, field);
      if (!typed || typed.spots.length === 0) continue;
      standing += 1;
      if (answers.get(`${id}/${field}`) === typed.value) read += 1;
      else if (!typed.spots.some((spot) => tells(reading, spot))) {
        failures.push(
          `${id} ${field} = ${typed.value} at row ${(typed.spots[0]?.row ?? 0) + 1} is neither read nor named by an issue`,
        );
      }
    }
  }
  return { failures, standing, read };
}

/** A row that says it is a total is left out as one, and the account says so of each of its cells. */
function tells({ issues, account }: Reading, spot: { row: number; column: number }): boolean {
  const total = account.ignoredCells.some(
    ({ cell, reason }) => reason === "totalRow" && cell === printAddress(spot),
  );
  return total || issues.some((issue) => names(issue, spot));
}

/** Whether the issue points to the spot's row, or to its column as a whole. */
function names({ place, code, params }: Issue, spot: { row: number; column: number }): boolean {
  if ("path" in place) return false;
  const cell = place.cell === undefined ? null : parseAddress(place.cell);
  const { rows, first } = params as { rows?: unknown; first?: unknown };
  if (typeof first === "string" && first.endsWith(`!A${spot.row + 1}`)) return true;
  if (Array.isArray(rows) && rows.includes(spot.row + 1)) return true;
  if (cell?.row === spot.row) return true;
  return cell?.column === spot.column && /column|heading|field/.test(code);
}
