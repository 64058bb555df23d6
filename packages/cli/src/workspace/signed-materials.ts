import { printTwoDigits, type Campaign } from "@chiendich/core";
import { signLink, type DispatchDocument } from "@chiendich/dispatch";
import type { SigningKey } from "./office-keys.ts";

/** A link whose place is only held: what it will be is not known yet, so nothing is signed. */
const mayBeSigned = ({ placeholder, link }: Campaign["materials"][number]) =>
  !placeholder && link.startsWith("https:");

/** Whether any link of the dispatch is to be signed: it has a number, and a link that is meant. */
export function hasSignedLinks({ dispatch, materials }: Campaign): boolean {
  return dispatch.number !== null && materials.some(mayBeSigned);
}

/** By address, the same address with the office's statement of which dispatch it stands in. */
export type SignedLinks = Readonly<Record<string, string>>;

/** Signs the links of the campaign's materials. @throws {RangeError} for a draft: its number is part of what is signed */
export async function signedMaterials(
  { dispatch, materials }: Campaign,
  { key, keyId }: Pick<SigningKey, "key" | "keyId">,
): Promise<SignedLinks> {
  const { number, notation, date, issuer } = dispatch;
  if (number === null) throw new RangeError("a draft is not signed");
  const seal = { number: `${printTwoDigits(number)}/${notation}`, date, issuer: issuer.name };
  const links = materials.filter(mayBeSigned).map(({ link }) => link);
  const signed = links.map(async (link) => [link, await signLink(link, seal, { key, keyId })] as const);
  return Object.fromEntries(await Promise.all(signed));
}

/** The letter whose QR codes hold the signed links. The address beside a code stays short enough to be typed. */
export function withSignedCodes(letter: DispatchDocument, links: SignedLinks): DispatchDocument {
  const pictures = Object.entries(letter.pictures).map(([name, picture]) => {
    const signed = picture.kind === "qr" ? links[picture.text] : undefined;
    return [name, signed === undefined ? picture : { ...picture, text: signed }] as const;
  });
  return { ...letter, pictures: Object.fromEntries(pictures) };
}
