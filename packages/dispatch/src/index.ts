// document
export {
  DispatchTemplateError,
  documentTree,
  precompiledTree,
  type DispatchDocument,
  type Templates,
} from "./document/dispatch-document.ts";
export type {
  AppendixBlock,
  Block,
  Columns,
  CopiesBlock,
  DocumentTree,
  Inline,
  LetterheadBlock,
  ParagraphBlock,
  Picture,
  PictureBlock,
  RecipientsBlock,
  SignOffBlock,
  TableBlock,
  TableCell,
  TableRow,
  TextRun,
} from "./document/document-tree.ts";
export { renderDispatch, type RenderOptions, type TextFormat } from "./document/render-dispatch.ts";

// letters
export { campaignDispatch, type CampaignDispatchOptions } from "./letters/campaign-dispatch.ts";
export { reminderDispatch, type ReminderDispatchOptions } from "./letters/reminder-dispatch.ts";
export { upwardReport, type UpwardNarrative, type UpwardReportOptions } from "./letters/upward-report.ts";
export type { LetterheadOptions } from "./letters/letterhead.ts";

// templates
export { cite, type CitedDocument } from "./template/cite.ts";
export { helpers, type Helper, type HelperName } from "./template/helper.ts";
export { shippedTemplates } from "./shipped/shipped-templates.ts";

export type { PrecompiledTemplates } from "./template/environment.ts";
export { precompileTemplates } from "./template/precompile.ts";

// formats of a document tree
export { writeDocx } from "./docx/write-docx.ts";
export { emailPictures, writeEmail, type InlinePicture } from "./html/write-email.ts";
export { checkPdfFonts } from "./pdf/pdf-fonts.ts";
export { writeHtml } from "./html/write-html.ts";
export { writeMarkdown, writeText } from "./text/write-text.ts";

// layout
export { components, type Component, type ComponentId } from "./layout/component.ts";

// qr
export { qrPicture, qrSvg, type QrPicture } from "./qr/qr-code.ts";

// checks
export { checkLayout, type LayoutFinding, type LayoutReport } from "./check/check-layout.ts";
export type { LayoutRuleCode } from "./check/layout-rule.ts";
export { checkTemplate, type CheckTemplateOptions } from "./template/check-template.ts";

// merge
export { fileNameFor } from "./merge/file-name.ts";
export type { LetterRecipient, MergedLetter } from "./merge/letter-recipient.ts";
export { mergeDispatches } from "./merge/merge-dispatches.ts";
export type { Compression, MergeOptions, Recipients } from "./merge/merge-options.ts";
export { mergeIntoOne } from "./merge/one-document.ts";
export { zipLetters } from "./merge/zip-letters.ts";
export { campaignRecipients, type UnitLetterOptions } from "./letters/campaign-letters.ts";

// links
export { checkLink } from "./links/check-link.ts";
export { checkLinks } from "./links/check-links.ts";
export {
  signLink,
  verifyDispatch,
  type DispatchSeal,
  type OfficeKey,
  type Verification,
} from "./links/signed-link.ts";

// register
export {
  nextNumber,
  numberDispatch,
  registerOf,
  type NumberDispatchOptions,
  type RegisterKey,
} from "./register/register.ts";

// templates made in Word
export {
  checkWordTemplate,
  renderWordTemplate,
  type CheckWordTemplateOptions,
  type WordTemplateData,
} from "./word/word-template.ts";
export type { WordPartials } from "./word/word-partials.ts";
export { NotADocxError } from "./docx/read-docx.ts";

// pdf
export { PdfEngineError, type PdfEngine } from "./pdf/pdf-engine.ts";
export { writeTypst, type TypstSource } from "./pdf/write-typst.ts";

// short messages
export { reminderMessage } from "./letters/reminder-message.ts";
export {
  channelLimits,
  checkShortMessage,
  type ChannelLimits,
  type ShortMessage,
} from "./text/short-message.ts";
