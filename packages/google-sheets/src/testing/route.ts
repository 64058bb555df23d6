import type { Caller } from "./access.ts";
import type { LocalStore } from "./local-store.ts";

export interface RouteCall {
  readonly store: LocalStore;
  readonly caller: Caller;
  readonly url: URL;
  readonly body: unknown;
  /** Named groups of the path. */
  readonly parts: Readonly<Record<string, string | undefined>>;
}

/** One method of the API: its address, and what it does. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: RegExp;
  /** Counted as a write, and able to change a spreadsheet. */
  readonly changes: boolean;
  /** Needs no credentials. */
  readonly open?: boolean;
  /** Gives the body of a 200, or a whole response. @throws {ApiError} for everything else */
  run(call: RouteCall): object | Response | Promise<Response>;
}
