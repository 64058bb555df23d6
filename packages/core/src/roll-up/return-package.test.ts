import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  accepted,
  actor,
  campaignOf,
  directory as city,
  field,
  issued,
  obligation,
  on,
  report,
  unit,
} from "../../test/rollout.ts";
import { acceptedReports } from "../ledger/accepted-reports.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import type { Signer, Verifier } from "../ledger/checkpoint.ts";
import { sha256Hex } from "../ledger/content-hash.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { unitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Field } from "../report-schema/report-schema.ts";
import { explainFigure } from "./explain-figure.ts";
import { printExplanation } from "./print-explanation.ts";
import { publishRollUp } from "./publish.ts";
import { readReturnPackage } from "./read-return-package.ts";
import { makeReturnPackage, returnPackageInput, type ReturnPackage } from "./return-package.ts";
import { rollUp } from "./roll-up.ts";

const hex = "0123456789abcdef".repeat(4);
const campaign = campaignOf([
  field("people", { label: { vi: "Số lượt người" } }),
  field("money", { kind: "amount", decimals: 2 } as Partial<Field>),
  field("done", { kind: "ratio", aggregator: "ratio" }),
  field("links", { kind: "links", aggregator: "union" }),
  field("note", { kind: "text", maxLength: 99, aggregator: "list" } as Partial<Field>),
  field("joined", { kind: "flag", aggregator: "count" }),
]);
const fromWard = (unitId: string, people: number) => {
  const one = report(unitId, {
    people,
    money: { value: "0.10" },
    done: { value: { numerator: people, denominator: 100 } },
    links: { value: ["https://a.vn/1"] },
    note: { value: `ý kiến của ${unitId}` },
    joined: { value: true },
  });
  return accepted({ ...one, origin: { ...one.origin, sha256: hex } });
};

/** A key that signs by hashing with a secret: enough to tell right from wrong signatures. */
const signer: Signer = {
  keyId: "tp",
  sign: async (bytes) => new TextEncoder().encode(sha256Hex(`secret${bytes}`)),
};
const verifier: Verifier = async (keyId, bytes, signature) =>
  keyId === "tp" && new TextDecoder().decode(signature) === sha256Hex(`secret${bytes}`);

async function packageOf(unitId: string, events: readonly CampaignEvent[], key: Signer | undefined = signer) {
  const made = rollUp(campaign, city, events, { at: on(10), by: "total" });
  const { published } = publishRollUp(made, {
    id: "lan-1",
    at: on(10),
    actor,
    campaign,
    directory: city,
    events,
  });
  return makeReturnPackage(campaign, city, published, { unitId, signer: key });
}
const province = unitDirectory([unit("tp-1", "Thành phố"), unit("tp-2", "Thành phố")]);
/** The city's key; of another unit none is known. */
const keys = (unitId: string) => (unitId === "tp-1" ? verifier : undefined);
const read = (one: unknown, verifierOf: typeof keys | undefined = keys) => {
  const text = canonicalJson(one);
  return readReturnPackage(text, {
    campaign,
    directory: province,
    source: "tp.json",
    sha256: sha256Hex(text),
    verifierOf,
  });
};
const wardEvents = [issued(), fromWard("p-an", 20), fromWard("p-cat", 30)];

describe("the package of one level", () => {
  it("is read by the level above as one report with the same figures", async () => {
    const reading = await read(await packageOf("tp-1", wardEvents));
    const [verdict] = reading.verdicts;
    expect(verdict?.outcome).toBe("accepted");
    const { answers, dataAsOf, unitId } = (verdict as { report: ReturnType<typeof report> }).report;
    expect([unitId, dataAsOf]).toEqual(["tp-1", "2024-11-08"]);
    expect(
      Object.fromEntries(
        Object.entries(answers).map(([id, one]) => [id, "value" in one ? one.value : one.state]),
      ),
    ).toEqual({
      people: 50,
      money: "0.2",
      done: { numerator: 50, denominator: 200 },
      links: ["https://a.vn/1"],
      note: "ý kiến của p-an\ný kiến của p-cat",
    });
  });

  it("accounts for every figure, the one that fits no field with its reason", async () => {
    const { account, issues } = await read(await packageOf("tp-1", wardEvents));
    expect(account).toEqual({
      cells: 6,
      mapped: 5,
      ignored: 1,
      ignoredCells: [{ sheet: "Gói số liệu", cell: "joined", reason: "unknownColumn" }],
    });
    expect(issues.map(({ code }) => code)).toEqual(["package_field_unknown", "package_incomplete"]);
  });

  it("gives the level above the total that a direct roll-up of all wards gives, and the way down to a ward's cell", async () => {
    const other = [issued(), fromWard("p-binh", 7)];
    const packages = [await packageOf("tp-1", wardEvents), await packageOf("tp-2", other)];
    const readings = await Promise.all(packages.map((one) => read(one)));
    const reports = readings.flatMap(({ verdicts }) =>
      verdicts.flatMap((one) => ("report" in one ? [one.report] : [])),
    );
    const events: CampaignEvent[] = [
      {
        type: "campaign_issued",
        at: on(1),
        actor,
        campaignId: campaign.id,
        obligations: ["tp-1", "tp-2"].map((id) => obligation(id, "Thành phố")),
      },
      ...reports.map((one) => accepted(one, on(11))),
    ];
    expect(acceptedReports(events, { at: on(12) })).toHaveLength(2);
    const above = rollUp(campaign, province, events, { at: on(12), by: "total" });
    const direct = rollUp(campaign, city, [issued(), ...wardEvents.slice(1), ...other.slice(1)], {
      at: on(12),
      by: "total",
    });
    for (const id of ["people", "money", "done", "links"])
      expect(above.total[id]?.value).toEqual(direct.total[id]?.value);
    const bySha = new Map(readings.map(({ sha256 }, index) => [sha256, packages[index] as ReturnPackage]));
    const explained = explainFigure(above.total["people"]!, { directory: province, events, packages: bySha });
    const lines = printExplanation(explained, "vi");
    expect(lines.slice(0, 5).map((line) => line.replace(/[0-9a-f]{64}/, "…"))).toEqual([
      "57 (2/2 đơn vị)",
      "  tp-1: 50",
      "    tp.json, trang “Gói số liệu”, ô people, SHA-256 …",
      "      50 (2/5 đơn vị)",
      "        p-an: 20",
    ]);
    expect(lines[5]).toContain(`p-an-1.xlsx, trang “Báo cáo”, ô C5, SHA-256 ${hex}`);
  });

  it("is the same bytes every time and has a documented schema", async () => {
    expect(canonicalJson(await packageOf("tp-1", wardEvents))).toBe(
      canonicalJson(await packageOf("tp-1", [...wardEvents])),
    );
    expect(z.toJSONSchema(returnPackageInput)).toMatchObject({ type: "object", additionalProperties: false });
  });
});

describe("a package that cannot be trusted", () => {
  const codes = async (one: unknown, verifierOf?: typeof keys) => {
    const reading = await read(one, verifierOf);
    return [reading.verdicts[0]?.outcome, ...reading.issues.map(({ code }) => code)];
  };

  it("is rejected when a figure was changed: its parts do not add up, its signature does not fit", async () => {
    const made = await packageOf("tp-1", wardEvents);
    const figures = made.figures.map((figure) =>
      figure.field === "people" ? { ...figure, value: 5000 } : figure,
    );
    expect(await codes({ ...made, figures })).toEqual([
      "rejected",
      "package_signature_invalid",
      "package_figure_inconsistent",
    ]);
  });

  it("is rejected when it is not signed, and marked when nobody can check", async () => {
    const unsigned = await makeUnsigned();
    expect(await codes(unsigned)).toEqual(["rejected", "package_signature_invalid"]);
    expect(await codes(unsigned, () => undefined)).toEqual([
      "accepted",
      "package_signature_unchecked",
      "package_field_unknown",
      "package_incomplete",
    ]);
  });
  const makeUnsigned = async () => ({ ...(await packageOf("tp-1", wardEvents)), signature: null });

  it("is rejected from a unit that the directory does not have", async () => {
    expect(await codes(await packageOf("tp-9", wardEvents))).toEqual(["rejected", "package_unit_unknown"]);
  });

  it.each([
    ["no JSON", "{"],
    ["another format", { format: "x" }],
    ["an unknown member", { extra: 1 }],
  ])("is rejected when it is %s", async (_, content) => {
    const reading = await readReturnPackage(typeof content === "string" ? content : JSON.stringify(content), {
      campaign,
      directory: province,
      source: "tp.json",
      sha256: hex,
    });
    expect(reading.issues.map(({ code }) => code)).toEqual(["package_not_readable"]);
    expect(reading.verdicts).toHaveLength(1);
  });
});
