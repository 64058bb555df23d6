import type { Fixture } from "./fixture.ts";
import { hostile } from "./hostile.ts";
import { otherFormats } from "./other-formats.ts";
import { structure } from "./structure.ts";
import { values } from "./values.ts";

/** Every file under `workbooks/`, with what it shows. */
export const catalogue: readonly { readonly title: string; readonly fixtures: readonly Fixture[] }[] = [
  { title: "What cells hold", fixtures: values },
  { title: "How workbooks are put together", fixtures: structure },
  { title: "Made to do harm, broken, or something else", fixtures: hostile },
  { title: "Other formats", fixtures: otherFormats },
];
