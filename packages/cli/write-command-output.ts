import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { outputJsonSchema } from "./src/json/output-shapes.ts";

const text = await format(JSON.stringify(outputJsonSchema()), { parser: "json", printWidth: 110 });
writeFileSync(new URL("./command-output.schema.json", import.meta.url), text);
