import { describe, expect, it } from "vitest";
import { createSheetsClient, type SheetsClientOptions } from "./sheets-client.ts";
import type { RequestRecord } from "./http.ts";
import { quota } from "./quota.ts";
import { SheetsError } from "./sheets-error.ts";

const id = "spreadsheet-0000000000000000000000000000000";
const secret = "ya29.secret-token-0123456789";

/** A client whose requests are answered by a list, in time that passes only by waiting. */
function clientAnswering(answers: (Response | Error)[], options: Partial<SheetsClientOptions> = {}) {
  let now = Date.UTC(2024, 10, 9);
  const waits: number[] = [];
  const records: RequestRecord[] = [];
  const sleep = async (ms: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    waits.push(ms);
    now += ms;
  };
  const client = createSheetsClient({
    token: async () => secret,
    clock: () => now,
    random: () => 0.5,
    sleep,
    quotas: [quota(1000, () => now, sleep)],
    timeout: () => new AbortController().signal,
    onRequest: (record) => records.push(record),
    fetch: async () => {
      const answer = answers.shift();
      if (!answer) throw new Error("more requests than answers");
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...options,
  });
  return { client, waits, records, get: () => client.getSpreadsheet(id, { fields: "spreadsheetId" }) };
}

const ok = () => Response.json({ spreadsheetId: id });
const failing = (status: number, headers: Record<string, string> = {}) =>
  Response.json(
    { error: { code: status, status: "SOME_STATUS", message: `trouble with ${secret}` } },
    { status, headers },
  );

describe("a read", () => {
  it.each([429, 500, 502, 503, 504, 408])("is tried again after %i", async (status) => {
    const { get, records } = clientAnswering([failing(status), ok()]);
    expect(await get()).toEqual({ spreadsheetId: id });
    expect(records.map((one) => [one.attempt, one.status])).toEqual([
      [1, status],
      [2, 200],
    ]);
  });
  it("is tried again when the connection breaks or the answer breaks off", async () => {
    const { get, records } = clientAnswering([
      new TypeError("fetch failed"),
      new Response('{"spreadsh'),
      ok(),
    ]);
    expect(await get()).toEqual({ spreadsheetId: id });
    expect(records.map(({ error }) => error)).toEqual(["unavailable", "response_unreadable", null]);
  });
  it("waits longer each time, with jitter over the upper half, up to a minute and a bit", async () => {
    const { get, waits } = clientAnswering([...Array.from({ length: 7 }, () => failing(503)), ok()]);
    await get();
    expect(waits).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 48_000]);
  });
  it.each([
    ["7", 7000],
    ["Sat, 09 Nov 2024 00:00:30 GMT", 30_000],
  ])("waits as long as Retry-After says: %s", async (header, wait) => {
    const { get, waits } = clientAnswering([failing(429, { "retry-after": header }), ok()]);
    await get();
    expect(waits[0]).toBe(wait);
  });
  it.each([
    [400, "invalid_request"],
    [403, "permission_denied"],
    [404, "not_found"],
  ])("is not tried again after %i", async (status, code) => {
    const { get, records } = clientAnswering([failing(status)]);
    await expect(get()).rejects.toMatchObject({ name: "SheetsError", code, status });
    expect(records).toHaveLength(1);
  });
  it("asks for a new token once when the first is not taken", async () => {
    let tokens = 0;
    const { get } = clientAnswering([failing(401), ok()], { token: async () => `token-${++tokens}` });
    await get();
    expect(tokens).toBe(2);
    await expect(clientAnswering([failing(401), failing(401)]).get()).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
  it("tells an Office file kept in Drive by Google's word for it", async () => {
    const body = {
      error: {
        code: 400,
        status: "FAILED_PRECONDITION",
        message: "This operation is not supported for this document",
      },
    };
    const { get } = clientAnswering([Response.json(body, { status: 400 })]);
    await expect(get()).rejects.toMatchObject({ code: "not_a_spreadsheet" });
  });
  it("gives up when the attempts are used up, with the last failure", async () => {
    const { get } = clientAnswering(Array.from({ length: 8 }, () => failing(503)));
    await expect(get()).rejects.toMatchObject({ code: "unavailable", status: 503, reason: "SOME_STATUS" });
  });
  it("gives up rather than wait past its deadline", async () => {
    const { client, waits } = clientAnswering([failing(429, { "retry-after": "120" })]);
    const late = client.getSpreadsheet(id, { fields: "spreadsheetId" }, { deadlineMs: 60_000 });
    await expect(late).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(waits).toEqual([]);
  });
  it("stops at once when it is aborted, also while waiting", async () => {
    const controller = new AbortController();
    const { client } = clientAnswering([failing(503), ok()], {
      sleep: async () => {
        controller.abort();
        controller.signal.throwIfAborted();
      },
    });
    const call = client.getSpreadsheet(id, { fields: "spreadsheetId" }, { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("a write", () => {
  const rows = [{ appendDimension: { sheetId: 0, dimension: "ROWS", length: 1 } }] as const;
  const marker = (metadataId: number) =>
    Response.json({ developerMetadata: [{ metadataId, metadataKey: "chiendich.applied" }] });

  it("refused for quota is sent again without a look: it was not carried out", async () => {
    const { client, records } = clientAnswering([failing(429), ok()]);
    await client.batchUpdate(id, rows, 5);
    expect(records.map(({ method }) => method)).toEqual(["POST", "POST"]);
  });
  it("without an answer is sent again only when its marker is not there", async () => {
    const { client, records } = clientAnswering([new TypeError("fetch failed"), marker(4), ok()]);
    await client.batchUpdate(id, rows, 5);
    expect(records.map(({ method }) => method)).toEqual(["POST", "GET", "POST"]);
  });
  it("without an answer counts as done when its marker is there", async () => {
    const { client, records } = clientAnswering([failing(500), marker(5)]);
    await client.batchUpdate(id, rows, 5);
    expect(records.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });
  it("that was carried out late, so that its repetition is refused, counts as done", async () => {
    const none = Response.json({});
    const { client } = clientAnswering([failing(503), none, failing(400), marker(5)]);
    await expect(client.batchUpdate(id, rows, 5)).resolves.toBeUndefined();
  });
});

describe("quotas", () => {
  it("let no more than their number through in any minute, and lose no time", async () => {
    let now = 0;
    const sleep = async (ms: number) => void (now += ms);
    const { read } = quota(60, () => now, sleep);
    const times: number[] = [];
    for (let request = 0; request < 150; request++) {
      expect(await read.take(Infinity)).toBe(true);
      times.push(now);
      now += 100;
    }
    for (const [index, time] of times.entries()) {
      expect(times.filter((one) => one > time - 60_000 && one <= time).length).toBeLessThanOrEqual(60);
      if (index >= 60) expect(time).toBe((times[index - 60] as number) + 60_000);
    }
  });
  it("are shared: a pause after a 429 holds everybody up", async () => {
    let now = 0;
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
      now += ms;
    };
    const { write } = quota(60, () => now, sleep);
    write.pause(30_000);
    await write.take(Infinity);
    expect(waits).toEqual([30_000]);
  });
  it("are not waited for past the deadline", async () => {
    const { read } = quota(
      1,
      () => 0,
      async () => undefined,
    );
    expect(await read.take(1000)).toBe(true);
    expect(await read.take(1000)).toBe(false);
  });
});

describe("secrets", () => {
  it("are in no error, no cause and no record, whoever put them there", async () => {
    const key = `AIza${"k".repeat(35)}`;
    const cause = new TypeError(`connect failed for Bearer ${secret}`, {
      cause: new Error(`https://x.example/?key=${key}`),
    });
    const answers = [cause, failing(500), failing(403)];
    const { get, records } = clientAnswering(answers, { retry: { attempts: 3 } });
    const error: unknown = await get().catch((one: unknown) => one);
    expect(error).toBeInstanceOf(SheetsError);
    const everything = JSON.stringify([describeError(error), records]);
    expect(everything).toContain("trouble with ***");
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(key);
    const broken = await clientAnswering([cause], { retry: { attempts: 1 } })
      .get()
      .catch((one: unknown) => one);
    expect(describeError(broken)).not.toContain(secret);
    expect(describeError(broken)).not.toContain(key);
  });

  it("do not come through a failing token giver", async () => {
    const token = async () => {
      throw new Error("-----BEGIN PRIVATE KEY-----\nMIIsecret\n-----END PRIVATE KEY-----");
    };
    const error: unknown = await clientAnswering([], { token })
      .get()
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ code: "unauthenticated" });
    expect(describeError(error)).not.toContain("MIIsecret");
  });

  /** All that a logger could print of an error. */
  function describeError(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    const own = Object.fromEntries(
      Object.getOwnPropertyNames(error).map((name) => [name, String((error as never)[name])]),
    );
    return JSON.stringify(own) + (error.cause === undefined ? "" : describeError(error.cause));
  }
});
