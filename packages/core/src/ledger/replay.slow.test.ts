import { it } from "vitest";
import { replayEqualsLive } from "../../test/replay.ts";

const runs = process.env["CHIENDICH_SLOW"] === "short" ? 1000 : 10_000;

it(`rebuilds from a ledger what the events made, in ${runs} mixtures`, () => replayEqualsLive(runs));
