import type { Campaign } from "./campaign.ts";

/** What a new campaign's file holds where only the office knows what to write; `checkCampaign` finds it. */
export const placeholders = {
  /** The level above, whom the office reports to. */
  superior: "cơ quan cấp trên",
  /** Chức vụ of who signs. */
  position: "CHỨC VỤ NGƯỜI KÝ",
} as const;

/** A value of the campaign that nobody has filled in yet, by its path. */
export interface PlaceholderLeft {
  readonly path: string;
  readonly text: string;
}

/**
 * The names and titles that are still a placeholder: one of `placeholders`, or a text that trails off
 * in dots, as examples do (`Sở …`). Prose may end in dots and is left alone.
 */
export function placeholdersLeft({ title, dispatch, upward }: Campaign): readonly PlaceholderLeft[] {
  const { issuer, basis, signatory } = dispatch;
  const texts: readonly (readonly [path: string, text: string | null])[] = [
    ["title", title],
    ["dispatch.notation", dispatch.notation],
    ["dispatch.place", dispatch.place],
    ["dispatch.issuer.name", issuer.name],
    ["dispatch.issuer.parent", issuer.parent],
    ["dispatch.subject", dispatch.subject],
    ...basis.flatMap((one, index) =>
      (["number", "issuer", "subject"] as const).map(
        (key) => [`dispatch.basis[${index}].${key}`, one[key]] as const,
      ),
    ),
    ...signatoryTexts("dispatch", signatory),
    ...(upward === null
      ? []
      : ([
          ["upward.to", upward.to],
          ["upward.notation", upward.notation],
          ["upward.place", upward.place],
          ...signatoryTexts("upward", upward.signatory),
        ] as const)),
  ];
  return texts.flatMap(([path, text]) => (text !== null && isPlaceholder(text) ? [{ path, text }] : []));
}

function signatoryTexts(under: string, { authority, name }: Campaign["dispatch"]["signatory"]) {
  return [
    ...authority.map((line, index) => [`${under}.signatory.authority[${index}]`, line] as const),
    [`${under}.signatory.name`, name] as const,
  ];
}

const known = new Set(Object.values(placeholders).map((text) => text.toLocaleLowerCase("vi")));

function isPlaceholder(text: string): boolean {
  const trimmed = text.normalize("NFC").trim();
  return known.has(trimmed.toLocaleLowerCase("vi")) || /(?:^|\s)(?:…|\.{3,})$/u.test(trimmed);
}
