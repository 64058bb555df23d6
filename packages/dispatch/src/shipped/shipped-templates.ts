import { campaignLetter } from "./campaign-letter.ts";
import { header, recipients, signature, titledHeader } from "./partials.ts";
import { invitation, invited } from "./invitation.ts";
import { plan } from "./plan.ts";
import { reminderLetter } from "./reminder-letter.ts";
import { upwardReportTemplate } from "./upward-report-template.ts";

/** Templates and partials by name. An office replaces any of them by a text of the same name. */
export const shippedTemplates: Readonly<Record<string, string>> = {
  header,
  "titled-header": titledHeader,
  recipients,
  signature,
  "campaign-letter": campaignLetter,
  "reminder-letter": reminderLetter,
  plan,
  invitation,
  invited,
  "upward-report": upwardReportTemplate,
};
