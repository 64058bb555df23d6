import type { Command } from "../command.ts";
import { amend } from "./amend.ts";
import { check } from "./check.ts";
import { collect } from "./collect.ts";
import { completion } from "./completion.ts";
import { dashboard } from "./dashboard.ts";
import { diff } from "./diff.ts";
import { dispatch } from "./dispatch.ts";
import { explain } from "./explain.ts";
import { form } from "./form.ts";
import { init } from "./init.ts";
import { remind } from "./remind.ts";
import { report } from "./report.ts";
import { resolve } from "./resolve.ts";
import { status } from "./status.ts";
import { units } from "./units.ts";
import { verify } from "./verify.ts";

const campaignCommands: readonly Command[] = [
  init,
  check,
  units,
  dispatch,
  form,
  collect,
  resolve,
  amend,
  status,
  remind,
  report,
  explain,
  diff,
  verify,
  dashboard,
];

/** Every command, in the order of a campaign's life. */
export const commands: readonly Command[] = [...campaignCommands, completion(campaignCommands)];
