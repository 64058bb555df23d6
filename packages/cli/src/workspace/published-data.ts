import {
  canonicalJson,
  makeDataPackage,
  makeReturnPackage,
  signCheckpoint,
  type PublishedRollUp,
} from "@chiendich/core";
import type { Io } from "../terminal/io.ts";
import { withLedger } from "./campaign-ledger.ts";
import { officeSigner } from "./office-keys.ts";
import type { Workspace } from "./workspace.ts";
import type { PlannedFile } from "./write-output.ts";

/** The signed state of the ledger, beside each roll-up. */
export const checkpointFile = "moc-so-ghi.json";

/**
 * What programs take of a published roll-up: the figures as open data, the package that the level
 * above collects like a return, and the state of the ledger they rest on. The last two are signed.
 */
export function publishedData(
  { folder, campaign, directory }: Workspace,
  published: PublishedRollUp,
  io: Io,
): readonly PlannedFile[] {
  const { issuer, date } = campaign.dispatch;
  const signer = () => officeSigner(folder, date.slice(0, 4));
  const json = (value: unknown) => `${canonicalJson(value)}\n`;
  const openData = [...makeDataPackage(campaign, directory, published)].map(([path, text]) => ({
    path: `du-lieu-mo/${path}`,
    content: () => text,
  }));
  const checkpoint = () =>
    withLedger(folder, io, async (ledger) =>
      json(
        await signCheckpoint(ledger.id, await ledger.head(), {
          at: published.publishedAt,
          signer: await signer(),
        }),
      ),
    );
  // Without an id the level above could not tell whose the package is.
  const { unitId } = issuer;
  const upward =
    unitId === null
      ? []
      : [
          {
            path: "goi-so-lieu.json",
            content: async () =>
              json(
                await makeReturnPackage(campaign, directory, published, { unitId, signer: await signer() }),
              ),
          },
        ];
  return [...openData, ...upward, { path: checkpointFile, content: checkpoint }];
}
