import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { definePlugin, type PluginCheck, type Sender } from "@chiendich/cli";
import type { AddedFieldKind } from "@chiendich/core";
import { z } from "zod";

/** This office wants every round due within a week of the campaign's end, while people still remember. */
const dueWithinAWeek: PluginCheck = ({ rounds, period }) => {
  const latest = Date.parse(period.to) + 7 * 24 * 3600 * 1000;
  return rounds.flatMap(({ deadline }, index) => {
    if (Date.parse(deadline.on) <= latest) return [];
    const path = `rounds[${index}].deadline`;
    const vi = `hạn báo cáo ${deadline.on} muộn hơn bảy ngày sau khi chiến dịch kết thúc`;
    const en = `the deadline ${deadline.on} is more than seven days after the campaign`;
    return [{ path, severity: "warning" as const, sentence: { vi, en } }];
  });
};

/**
 * The plate of a car with loudspeakers: people write `79a 12345`, `79A-123.45`, `79A12345`; reports hold
 * `79A-123.45`. Two digits for the province, a letter, five digits.
 */
const vehiclePlate: AddedFieldKind = {
  base: { kind: "code", pattern: "\\d{2}[A-Z]-\\d{3}\\.\\d{2}" },
  hint: { vi: "Ghi biển số xe, ví dụ 79A-123.45", en: "A vehicle's plate, such as 79A-123.45" },
  normalise: (typed) => {
    const found = /^(\d{2}[A-Z])(\d{3})(\d{2})$/u.exec(typed.toUpperCase().replace(/[\s.-]/gu, ""));
    return found ? `${found[1]}-${found[2]}.${found[3]}` : null;
  },
};

/** Leaves each reminder in a folder, from which the office's messaging program takes it. */
const mailbox: Sender = async ({ unit, text }) => {
  const folder = process.env["OFFICE_MAILBOX"];
  if (!folder) return { kind: "later", problem: "OFFICE_MAILBOX is not set" };
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, `${unit.id}.txt`), `${text}\n`);
  return { kind: "sent" };
};

export default definePlugin({
  name: "office-rules",
  apiVersion: 1,
  provides: {
    checks: [dueWithinAWeek],
    fieldKinds: { "vehicle-plate": vehiclePlate },
    validators: { participants: z.number().max(50_000, "nhiều hơn dân số của mọi xã, phường") },
    senders: { "hop-thu": mailbox },
  },
});
