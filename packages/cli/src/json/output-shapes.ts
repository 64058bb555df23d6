import * as z from "zod";
import { state, statusShape } from "./status-shape.ts";
import {
  cell,
  count,
  coverage,
  day,
  dryRun,
  instant,
  issue,
  lineageEvent,
  paths,
  recipientUnit,
  sha256,
  value,
} from "./shared-shapes.ts";

const made = z.strictObject({ files: paths, dryRun });

const imported = z.strictObject({
  asOf: day,
  added: z.array(z.strictObject({ unit: recipientUnit, place: cell })),
  changed: z.array(
    z.looseObject({ unit: recipientUnit, matchedBy: z.enum(["id", "code", "name"]), place: cell }),
  ),
  missing: z.array(z.string()),
  unchanged: z.array(z.string()),
  closed: z.array(z.string()),
  files: paths,
  dryRun,
});

const sheets = z.strictObject({
  sheets: z.array(
    z.strictObject({
      round: z.string(),
      spreadsheetId: z.string().nullable(),
      link: z.string().nullable(),
      created: z.boolean(),
      requests: count,
      units: count,
    }),
  ),
  dryRun,
});

const collected = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      receivedAt: instant,
      account: z
        .looseObject({ cells: count, mapped: count, ignored: count })
        .nullable()
        .describe("What became of every cell; null for a file that cannot be read"),
      verdicts: z
        .array(
          z.strictObject({
            sheet: z.string(),
            row: count.optional().describe("From 0"),
            outcome: z.enum(["accepted", "queried", "rejected"]),
          }),
        )
        .nullable(),
      events: count.describe("Ledger events it gave; 0 when nothing is new"),
    }),
  ),
  annotated: paths,
  replies: count.describe("Cells written into shared sheets"),
  said: count.describe("Of the issues, those an earlier run has said; a person sees them with --all"),
  dryRun,
});

const decision = z.strictObject({
  text: z.string(),
  unit: z.string().describe("Empty when the text is no unit"),
  who: z.string(),
  why: z.string(),
  date: day,
  group: z.string().optional(),
});

const resolved = z.strictObject({
  open: z.array(
    z.strictObject({
      text: z.string(),
      status: z.enum(["ambiguous", "unknown"]),
      places: z.array(cell),
      candidates: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
  decisions: z.array(decision),
  files: z.array(z.string()).describe("Returns that were read again with another result"),
  dryRun,
});

const reminders = z.strictObject({
  plan: z.looseObject({
    at: instant,
    messages: z.array(
      z.strictObject({
        id: z.string(),
        roundId: z.string(),
        ruleId: z.string(),
        to: z.string(),
        kind: z.enum(["reminder", "escalation"]),
        channel: z.string().nullable(),
        dueAt: instant,
        subjects: z.array(
          z.strictObject({
            obligationId: z.string(),
            unitId: z.string(),
            group: z.string(),
            state,
            lastDay: day,
            daysLeft: z.int(),
          }),
        ),
      }),
    ),
    passedOver: z.array(
      z.strictObject({
        obligationId: z.string(),
        ruleId: z.string(),
        reason: z.enum(["overtaken", "deadlinePassed", "noSupervisor", "supervisorAsks"]),
      }),
    ),
  }),
  files: paths,
  sent: z
    .looseObject({
      sent: z.array(z.string()),
      refused: z.array(z.string()),
      uncertain: z.array(z.string()),
      waiting: count,
    })
    .nullable(),
  dryRun,
});

const explanation = z.strictObject({
  figure: z.looseObject({
    id: z.string(),
    field: z.string(),
    aggregator: z.string(),
    value: value.nullable(),
    estimated: z.boolean(),
    coverage,
    dataAsOf: z.unknown(),
    leaves: z.array(z.looseObject({ unitId: z.string(), reportId: z.string(), source: z.string(), sha256 })),
  }),
  units: z.array(
    z.strictObject({
      unitId: z.string(),
      name: z.string(),
      leaves: z.array(z.looseObject({ raw: z.string().nullable(), rule: z.string().nullable() })),
    }),
  ),
});

const change = z.strictObject({
  id: z.string(),
  field: z.string(),
  aggregator: z.string(),
  before: value.nullable(),
  after: value.nullable(),
  change: value.nullable(),
  coverage: z.strictObject({ before: coverage.nullable(), after: coverage.nullable() }),
  causes: z.array(
    z.strictObject({
      kind: z.string(),
      unitId: z.string(),
      reportId: z.string(),
      before: value.nullable(),
      after: value.nullable(),
      effect: value.nullable(),
      late: z.boolean(),
      decisions: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ),
});

const letter = z.strictObject({
  state: z.literal("genuine"),
  number: z.string(),
  date: day,
  issuer: z.string(),
  link: z.string(),
  keyId: z.string(),
  registered: z.boolean().describe("Its number stands in this campaign's register"),
});

const records = z.strictObject({
  events: count,
  checkpoints: count,
  published: z.array(z.strictObject({ id: z.string(), sha256 })),
  intact: z.boolean(),
});

/** What `data` holds, by command; null when there is nothing but issues. */
export const outputShapes: Readonly<Record<string, z.ZodType>> = {
  init: z.strictObject({ files: paths, units: count, dryRun }),
  check: z.strictObject({ campaign: z.string(), hash: sha256, units: count }),
  units: z.union([
    z.array(recipientUnit),
    z.strictObject({ unit: recipientUnit, back: z.array(lineageEvent), forward: z.array(lineageEvent) }),
    imported,
  ]),
  dispatch: z.strictObject({
    issued: z.boolean().describe("By this run, or in a dry run by the next"),
    numbered: z.boolean().describe("The number went into the register by this run"),
    number: z.string().nullable().describe("Số, ký hiệu; null of a draft"),
    obligations: count,
    files: paths,
    signedLinks: z.array(z.string()).describe("What the QR codes hold; none of a draft"),
    dryRun,
  }),
  form: z.union([made, sheets]),
  collect: collected,
  resolve: resolved,
  amend: z.strictObject({
    events: z.array(z.looseObject({ type: z.string(), at: instant, actor: z.string() })),
    dryRun,
  }),
  status: statusShape,
  remind: reminders,
  report: z.strictObject({ id: z.string(), sha256, files: paths, dryRun }),
  explain: explanation,
  diff: z.array(change),
  verify: z.union([records, letter, z.strictObject({ state: z.enum(["forged", "unsigned", "unknownKey"]) })]),
  dashboard: made,
  completion: z.strictObject({ shell: z.enum(["bash", "zsh", "fish"]), script: z.string() }),
};

/** What a command prints with `--json`. */
export function outputShape(command: string): z.ZodType {
  const data = outputShapes[command];
  if (!data) throw new RangeError(`${command} has no shape`);
  return z.strictObject({ data: data.nullable(), issues: z.array(issue) });
}

/** The JSON Schema of what every command prints with `--json`: one property for each command. */
export function outputJsonSchema(): Readonly<Record<string, unknown>> {
  const all = Object.keys(outputShapes).map((command) => [command, outputShape(command)] as const);
  return z.toJSONSchema(z.strictObject(Object.fromEntries(all)).partial());
}
