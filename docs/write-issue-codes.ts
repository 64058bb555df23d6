import { writeFileSync } from "node:fs";
import { issueCodesPage } from "./issue-codes.ts";

writeFileSync(new URL("./issue-codes.md", import.meta.url), issueCodesPage());
