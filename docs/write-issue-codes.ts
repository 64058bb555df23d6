import { writeFileSync } from "node:fs";
import { issueCodesPage, severitiesModule } from "./issue-codes.ts";

writeFileSync(new URL("./issue-codes.md", import.meta.url), issueCodesPage());
writeFileSync(new URL("../packages/core/src/issue/severities.ts", import.meta.url), severitiesModule());
