import { foldVietnamese } from "../../vietnamese/fold.ts";
import { submissionLabels } from "../form/form-marks.ts";
import type { Submission } from "../report.ts";

/** The kind of submission a text names; `null` when it names none. */
export function submissionNamed(text: string): Submission | null {
  const folded = foldVietnamese(text);
  if (folded === "") return null;
  for (const [kind, label] of Object.entries(submissionLabels)) {
    if (foldVietnamese(label) === folded) return kind as Submission;
  }
  if (folded.includes("dinh chinh")) return "correction";
  if (folded.includes("bo sung")) return "addition";
  return folded.includes("thay the") ? "replacement" : null;
}
