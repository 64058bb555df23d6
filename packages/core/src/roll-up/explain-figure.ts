import { eventId } from "../ledger/content-hash.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Label, ReportSchema } from "../report-schema/report-schema.ts";
import type { Instant } from "../time/instant.ts";
import { offeredAnswers } from "./answer-counts.ts";
import type { Figure, Leaf } from "./figure.ts";
import type { ReturnPackage } from "./return-package.ts";

/** A figure taken apart, down to what was typed into a cell. Plain data. */
export interface Explanation {
  readonly figure: Figure;
  readonly units: readonly ExplainedUnit[];
}

/** All that one unit put into the figure. */
export interface ExplainedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly leaves: readonly ExplainedLeaf[];
}

/** One cell a figure is made of. */
export interface ExplainedLeaf {
  readonly leaf: Leaf;
  /** The answer that was chosen, as people read it; null unless the schema is given and offers it. */
  readonly label: Label | null;
  /** What the cell held before it was read; null when the report is not in the events. */
  readonly raw: string | null;
  /** The rule that read it, when the cell needed one. */
  readonly rule: string | null;
  /** The unit's explanation of a query. */
  readonly explanation: string | null;
  /** In the order they were made. */
  readonly decisions: readonly ExplainedDecision[];
  /** When the value is itself a figure of the level below: that figure, taken apart. */
  readonly below: Explanation | null;
}

/** A decision somebody made that a value rests on. */
export interface ExplainedDecision {
  readonly eventId: string;
  readonly type: CampaignEvent["type"];
  readonly at: Instant;
  readonly actor: string;
  /** What people call the actor: a unit's name where `actor` is its id, else the same. */
  readonly actorName: string;
  readonly reason: string | null;
}

/** What a figure is taken apart with. */
export interface ExplainContext {
  readonly directory: UnitDirectory;
  readonly events: readonly CampaignEvent[];
  /** Gives the answers of choices their labels; their ids stand otherwise. */
  readonly schema?: ReportSchema | undefined;
  /** Packages of the level below, by the SHA-256 of their bytes: the way down goes on in them. */
  readonly packages?: ReadonlyMap<string, ReturnPackage> | undefined;
}

/** Where a figure comes from: units, reports, cells with file and hash, and the decisions on the way. */
export function explainFigure(
  figure: Figure,
  { directory, events, schema, packages }: ExplainContext,
): Explanation {
  const labels = labelsOf(figure, schema);
  const wanted = new Set(figure.leaves.flatMap(({ decisions }) => decisions));
  const decisions = new Map<string, CampaignEvent>();
  const answers = new Map<string, AnswerText>();
  const reports = new Set(figure.leaves.map(({ reportId }) => reportId));
  for (const event of events) {
    if (wanted.size > 0 && mayDecide(event)) {
      const id = eventId(event);
      if (wanted.has(id)) decisions.set(id, event);
    }
    if (event.type === "query_explained" && event.field === figure.field) {
      const known = answers.get(event.reportId);
      if (known) answers.set(event.reportId, { ...known, explanation: event.reason });
    }
    if (
      (event.type === "report_accepted" || event.type === "report_queried") &&
      reports.has(event.report.id)
    ) {
      const { raw = null, rule = null, explanation = null } = event.report.answers[figure.field] ?? {};
      answers.set(event.report.id, { raw, rule, explanation });
    }
  }
  const units = Map.groupBy(figure.leaves, ({ unitId }) => unitId);
  return {
    figure,
    units: [...units].map(([unitId, leaves]) => ({
      unitId,
      name: nameOf(directory, unitId),
      leaves: leaves.map((leaf) => ({
        leaf,
        label: leaf.nil ? null : (labels.get(String(leaf.value)) ?? null),
        ...(answers.get(leaf.reportId) ?? { raw: null, rule: null, explanation: null }),
        decisions: leaf.decisions.flatMap((id) => explainedDecision(id, decisions.get(id), directory)),
        below: belowOf(leaf, figure.field, packages),
      })),
    })),
  };
}

interface AnswerText {
  readonly raw: string | null;
  readonly rule: string | null;
  readonly explanation: string | null;
}

function mayDecide({ type }: CampaignEvent): boolean {
  return (
    type === "value_corrected" ||
    type === "query_explained" ||
    type === "name_decided" ||
    type === "obligation_transferred"
  );
}

function explainedDecision(
  id: string,
  event: CampaignEvent | undefined,
  directory: UnitDirectory,
): readonly ExplainedDecision[] {
  if (!event) return [];
  const { type, at, actor } = event;
  const reason = "reason" in event ? event.reason : null;
  return [{ eventId: id, type, at, actor, actorName: nameOf(directory, actor), reason }];
}

/** Labels of the answers the figure's field offers, by their ids. */
function labelsOf(figure: Figure, schema: ReportSchema | undefined): ReadonlyMap<string, Label> {
  const field = schema?.fields.find(({ id }) => id === figure.field);
  return new Map((field ? offeredAnswers(field) : []).map(({ id, label }) => [id, label]));
}

function nameOf(directory: UnitDirectory, unitId: string): string {
  const unit = findUnit(directory, unitId);
  return unit?.shortName ?? unit?.name ?? unitId;
}

function belowOf(
  leaf: Leaf,
  field: string,
  packages: ReadonlyMap<string, ReturnPackage> | undefined,
): Explanation | null {
  const found = packages?.get(leaf.sha256);
  const figure = found?.figures.find((one) => one.field === field);
  if (!found || !figure) return null;
  const names = new Map(found.units.map(({ id, name }) => [id, name]));
  const units = Map.groupBy(figure.leaves, ({ unitId }) => unitId);
  return {
    figure,
    units: [...units].map(([unitId, leaves]) => ({
      unitId,
      name: names.get(unitId) ?? unitId,
      leaves: leaves.map((one) => ({
        leaf: one,
        label: null,
        raw: null,
        rule: null,
        explanation: null,
        decisions: [],
        below: belowOf(one, field, packages),
      })),
    })),
  };
}
