import type { Command } from "../command.ts";
import { check } from "./check.ts";

/** Every command, in the order of a campaign's life. */
export const commands: readonly Command[] = [check];
