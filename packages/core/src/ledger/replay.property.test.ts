import { it } from "vitest";
import { replayEqualsLive } from "../../test/replay.ts";

it("rebuilds from a ledger what the events made, however they were mixed", () => replayEqualsLive(150));
