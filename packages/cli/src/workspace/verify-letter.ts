import { issue, printVietnameseShortDate, type Issue } from "@chiendich/core";
import { verifyDispatch, type Verification } from "@chiendich/dispatch";
import type { CommandContext, Outcome } from "../command.ts";
import { readEvents } from "./campaign-ledger.ts";
import { publicKeys } from "./office-keys.ts";
import type { Workspace } from "./workspace.ts";

/** Whether this office issued the dispatch whose QR code holds the text, and which one it is. */
export async function verifyLetter(
  { io, language }: CommandContext,
  { folder, issues }: Workspace,
  text: string,
): Promise<Outcome> {
  const found = await verifyDispatch(text, await publicKeys(folder));
  if (found.state !== "genuine") {
    return { data: { state: found.state }, text: "", issues: [...issues, problemOf(found)] };
  }
  const { seal, link, keyId } = found;
  const registered = (await readEvents(folder, io)).some(
    (event) => event.type === "dispatch_numbered" && event.notation === seal.number,
  );
  const day = printVietnameseShortDate(seal.date);
  const sentence =
    language === "vi"
      ? `Công văn thật: số ${seal.number}, ngày ${day}, do ${seal.issuer} ban hành${registered ? ", có trong sổ của chiến dịch này" : ""}.\nMã QR dẫn đến: ${link}\n`
      : `Genuine: ${seal.number} of ${day}, issued by ${seal.issuer}${registered ? ", registered in this campaign" : ""}.\nThe QR code leads to: ${link}\n`;
  return { data: { state: found.state, ...seal, link, keyId, registered }, text: sentence, issues };
}

function problemOf(found: Exclude<Verification, { readonly state: "genuine" }>): Issue {
  const place = { path: "" };
  switch (found.state) {
    case "forged":
      return issue("dispatch_forged", place, {});
    case "unknownKey":
      return issue("dispatch_of_another_office", place, { keyId: found.keyId });
    case "unsigned":
      return issue("dispatch_unsigned", place, {});
  }
}
