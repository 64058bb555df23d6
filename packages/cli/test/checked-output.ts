import { outputShape } from "../src/json/output-shapes.ts";

/** What a command printed with `--json`, held against its documented shape. @throws for anything undocumented */
export function checkedOutput(
  [command = ""]: readonly string[],
  said: string,
): ReturnType<typeof JSON.parse> {
  return outputShape(command).parse(JSON.parse(said));
}
