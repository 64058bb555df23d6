import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { dispatch } from "./dispatch.ts";
import { form } from "./form.ts";
import { init } from "./init.ts";
import { remind } from "./remind.ts";
import { status } from "./status.ts";

/** Every command, in the order of a campaign's life. */
export const commands: readonly Command[] = [init, check, dispatch, form, status, remind];
