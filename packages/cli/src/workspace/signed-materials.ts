import { printTwoDigits, type Campaign } from "@chiendich/core";
import { signLink } from "@chiendich/dispatch";
import type { SigningKey } from "./office-keys.ts";

/** A link whose place is only held: what it will be is not known yet, so nothing is signed. */
const mayBeSigned = ({ placeholder, link }: Campaign["materials"][number]) =>
  !placeholder && link.startsWith("https:");

/** Whether any link of the dispatch is to be signed: it has a number, and a link that is meant. */
export function hasSignedLinks({ dispatch, materials }: Campaign): boolean {
  return dispatch.number !== null && materials.some(mayBeSigned);
}

/** The links of the campaign's materials, each with the office's statement of which dispatch it stands in. */
export async function signedMaterials(
  { dispatch, materials }: Campaign,
  { key, keyId }: Pick<SigningKey, "key" | "keyId">,
): Promise<readonly string[]> {
  const { number, notation, date, issuer } = dispatch;
  if (number === null) throw new RangeError("a draft is not signed");
  const seal = { number: `${printTwoDigits(number)}/${notation}`, date, issuer: issuer.name };
  return Promise.all(
    materials.map((one) => (mayBeSigned(one) ? signLink(one.link, seal, { key, keyId }) : one.link)),
  );
}
