import { rollUp, type RollUp } from "@chiendich/core";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { op, table, type ColumnTable } from "arquero";
import { at, fieldIds, workload, type Columns, type Workload } from "./workload.ts";

/**
 * 1,000,000 values (50,000 communes × 20 fields) rolled up over four levels: commune, province, region,
 * country. Ours starts from ledger events and gives every figure its coverage, dates and leaves; arquero
 * and DuckDB start from bare columns that are in their memory already, and give sums. Sums must be equal.
 * Medians of processor time (all threads), in turns within one run, which says the same on a busy machine
 * as on an idle one; memory is what is held by the result after collection.
 */
const rounds = Number(process.argv[2] ?? 5);
const sizes = [5_000, 50_000];

/** Sums by level: `region-3.f7` → sum. */
type Sums = ReadonlyMap<string, number>;

function ours({ campaign, directory, events }: Workload): {
  readonly unit: RollUp;
  readonly parents: RollUp;
} {
  // The communes are one roll-up, the three levels above them another.
  const unit = rollUp(campaign, directory, events, { at, by: "unit" });
  const parents = rollUp(campaign, directory, events, { at, by: { parentIn: "administrative" } });
  return { unit, parents };
}

function sumsOfOurs({ unit, parents }: ReturnType<typeof ours>): Sums {
  const sums = new Map<string, number>();
  for (const { id, figures } of [...unit.scopes, ...parents.scopes]) {
    for (const [field, { value }] of Object.entries(figures)) {
      sums.set(`${id.replace(/^\w+:/, "")}.${field}`, value as number);
    }
  }
  return sums;
}

function arqueroTable({ commune, province, region, values }: Columns): ColumnTable {
  return table({ commune, province, region, country: commune.map(() => "country"), ...values });
}

function sumsOfArquero(data: ColumnTable): Sums {
  const sums = new Map<string, number>();
  const ops = Object.fromEntries(fieldIds.map((id) => [id, op.sum(id)]));
  for (const level of ["commune", "province", "region", "country"]) {
    for (const row of data.groupby(level).rollup(ops).objects() as Record<string, string | number>[]) {
      for (const id of fieldIds) sums.set(`${row[level]}.${id}`, row[id] as number);
    }
  }
  return sums;
}

async function duckdbTable(connection: DuckDBConnection, { commune, province, region, values }: Columns) {
  const columns = fieldIds.map((id) => `${id} BIGINT`).join(", ");
  await connection.run(
    `CREATE OR REPLACE TABLE report (commune VARCHAR, province VARCHAR, region VARCHAR, country VARCHAR, ${columns})`,
  );
  const appender = await connection.createAppender("report");
  commune.forEach((name, index) => {
    for (const text of [name, province[index] as string, region[index] as string, "country"])
      appender.appendVarchar(text);
    for (const id of fieldIds) appender.appendBigInt(BigInt(values[id]?.[index] ?? 0));
    appender.endRow();
  });
  appender.closeSync();
}

async function sumsOfDuckdb(connection: DuckDBConnection): Promise<Sums> {
  const sums = new Map<string, number>();
  for (const level of ["commune", "province", "region", "country"]) {
    const list = fieldIds.map((id) => `SUM(${id})`).join(", ");
    const reader = await connection.runAndReadAll(`SELECT ${level}, ${list} FROM report GROUP BY ${level}`);
    for (const [name, ...row] of reader.getRows()) {
      row.forEach((value, at) => sums.set(`${String(name)}.${fieldIds[at]}`, Number(value)));
    }
  }
  return sums;
}

function assertSame(name: string, sums: Sums, expected: Sums): void {
  const wrong = [...expected].find(([key, value]) => sums.get(key) !== value);
  if (wrong || sums.size !== expected.size) throw new Error(`${name} differs at ${wrong?.[0] ?? "its size"}`);
}

const median = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] as number;
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const results: Record<string, Record<number, number>> = {};
for (const units of sizes) {
  const load = workload(units);
  const arquero = arqueroTable(load.columns);
  await duckdbTable(connection, load.columns);
  const expected = sumsOfArquero(arquero);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let held: ReturnType<typeof ours> | null = ours(load);
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const leaves = Object.values(held.unit.total).reduce((sum, figure) => sum + figure.leaves.length, 0);
  console.log(`${units} units, ${leaves} values: our two roll-ups hold ${megabytes.toFixed(0)} MB`);
  assertSame("ours", sumsOfOurs(held), expected);
  held = null;
  const peers: Record<string, () => unknown> = {
    "ours, with coverage and lineage": () => ours(load),
    "arquero, sums only": () => sumsOfArquero(arquero),
    "DuckDB, sums only": () => sumsOfDuckdb(connection),
  };
  assertSame("DuckDB", await sumsOfDuckdb(connection), expected);
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(peers)) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(start);
      (times[name] ??= []).push((user + system) / 1000);
    }
  }
  for (const [name, list] of Object.entries(times)) (results[name] ??= {})[units] = median(list);
}

const [small = 0, large = 0] = sizes;
const base = results["arquero, sums only"]?.[large] ?? NaN;
console.log(`\n| | ${small * 20} values (ms) | ${large * 20} values (ms) | growth for 10 × | ÷ arquero |`);
console.log("| --- | --: | --: | --: | --: |");
for (const [name, time] of Object.entries(results)) {
  const [few = NaN, many = NaN] = [time[small], time[large]];
  console.log(
    `| ${name} | ${few.toFixed(0)} | ${many.toFixed(0)} | ${(many / few).toFixed(1)} | ${(many / base).toFixed(2)} |`,
  );
}
