import { writeFileSync } from "node:fs";
import { dependenciesOf, licencesPage, publishedPackages } from "./licences.ts";

const page = licencesPage(dependenciesOf(publishedPackages()));
writeFileSync(new URL("./licences.md", import.meta.url), page);
