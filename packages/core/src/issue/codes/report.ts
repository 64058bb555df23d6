import { reportFormIssues } from "./report/form.ts";
import { reportResubmissionIssues } from "./report/resubmission.ts";
import { reportTableIssues } from "./report/table.ts";
import { reportUnitIssues } from "./report/unit.ts";
import { reportNumberIssues } from "./report/number.ts";
import { reportValueIssues } from "./report/value.ts";

/** Problems in returns: tables, units, values, forms, and returns sent again. */
export const reportIssues = {
  ...reportTableIssues,
  ...reportUnitIssues,
  ...reportNumberIssues,
  ...reportValueIssues,
  ...reportFormIssues,
  ...reportResubmissionIssues,
};
