/** What an issue about one field carries: its id for programs, its label for people, what the cell held. */
export interface FieldParams {
  readonly field: string;
  readonly label: { readonly vi: string; readonly en?: string | undefined };
  readonly found: string;
}

/** `“Số buổi”`, or the English label where there is one. */
export const named = {
  vi: ({ label }: Pick<FieldParams, "label">) => `“${label.vi}”`,
  en: ({ label }: Pick<FieldParams, "label">) => `“${label.en ?? label.vi}”`,
};

/** What people typed may be a page of text; a sentence quotes its beginning. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}
