// issue
export type { LayoutWords } from "./issue/codes/layout.ts";
export { issueCatalogue, type IssueCode, type IssueParams } from "./issue/catalogue.ts";
export {
  issue,
  type CellPlace,
  type Finding,
  type Issue,
  type Parsed,
  type PathPlace,
  type Place,
} from "./issue/issue.ts";
export type { Severity } from "./issue/definition.ts";
export { explainIssue, printIssue, printPlace } from "./issue/print-issue.ts";

// time
export {
  addDays,
  calendarDate,
  daysBetween,
  isCalendarDate,
  weekday,
  type CalendarDate,
} from "./time/calendar-date.ts";
export {
  compareInstants,
  dateOf,
  endOfDayAt,
  inZone,
  instantAt,
  instantMs,
  isInstant,
  type Instant,
} from "./time/instant.ts";
export { printDate, printDay, printWeekday } from "./time/print-date.ts";

// sheet
export type { Cell, CellContent, CellExtras, TextRun } from "./sheet/cell.ts";
export {
  columnIndex,
  columnName,
  parseAddress,
  parseRange,
  printAddress,
  printRange,
  type CellAddress,
  type CellRange,
} from "./sheet/cell-address.ts";
export { memorySheets } from "./sheet/memory-sheets.ts";
export type {
  CellDescription,
  CellStyle,
  ColumnDescription,
  ConditionalFormatDescription,
  PictureDescription,
  PrintDescription,
  RowDescription,
  SheetDescription,
  SheetSink,
  SheetSinkCapabilities,
  ValidationDescription,
  WorkbookDescription,
} from "./sheet/sheet-sink.ts";
export {
  SheetSourceError,
  type SheetSource,
  type SheetSourceCapabilities,
  type SheetSourceErrorCode,
  type StreamRowsOptions,
} from "./sheet/sheet-source.ts";
export {
  cellAt,
  type ColumnRole,
  type Sheet,
  type SheetBinding,
  type SheetInfo,
  type SheetRow,
  type SheetVisibility,
} from "./sheet/sheet.ts";

// vietnamese
export type { Language } from "./vietnamese/language.ts";
export { parseVietnameseDate, printVietnameseDate, printVietnameseShortDate } from "./time/date-in-words.ts";
export { foldVietnamese } from "./vietnamese/fold.ts";
export {
  charsetOfFont,
  decodeLegacy,
  possibleCharsets,
  type LegacyCharset,
} from "./vietnamese/legacy-charset.ts";
export { numberInWords, parseNumberInWords } from "./vietnamese/number-in-words.ts";
export { printNumber, printTwoDigits } from "./vietnamese/number.ts";
export { printRate } from "./vietnamese/rate.ts";
export { parseRoman, printRoman } from "./vietnamese/roman-numeral.ts";
export { placeTones, type TonePlacement } from "./vietnamese/tone-placement.ts";
export { fromTelex, fromViqr, fromVniTyping } from "./vietnamese/typing-leftovers.ts";

// recipient-unit
export {
  applyDirectoryImport,
  type AcceptedImport,
  type ImportOccasion,
} from "./recipient-unit/apply-directory-import.ts";
export { checkDirectory } from "./recipient-unit/check-directory.ts";
export { printCsv } from "./recipient-unit/csv-table.ts";
export { explainJoint, explainPart, type RestatementWords } from "./recipient-unit/explain-restatement.ts";
export { apportion, type Fraction } from "./recipient-unit/fraction.ts";
export { hierarchyOf, type ClosureRow, type Hierarchy } from "./recipient-unit/hierarchy.ts";
export type { LineageEvent, LineageKind, LineageTarget, UnitBefore } from "./recipient-unit/lineage-event.ts";
export { officialName } from "./recipient-unit/official-name.ts";
export { parseLineage } from "./recipient-unit/parse-lineage.ts";
export { parseUnitDirectory, type ParsedUnitDirectory } from "./recipient-unit/parse-unit-directory.ts";
export {
  placementsOf,
  type Placement,
  type PlacementOptions,
  type PlacementReason,
} from "./recipient-unit/placement.ts";
export {
  planDirectoryImport,
  type AddedUnit,
  type ChangedUnit,
  type DirectoryImport,
  type DirectoryImportOptions,
  type FieldChange,
} from "./recipient-unit/plan-directory-import.ts";
export { printDirectoryImport } from "./recipient-unit/print-directory-import.ts";
export { printUnitDirectory } from "./recipient-unit/print-unit-directory.ts";
export type { RecipientUnit, UnitCode } from "./recipient-unit/recipient-unit.ts";
export {
  restate,
  type JointFigure,
  type RestatedPart,
  type RestatedRow,
  type Restatement,
  type RestateOptions,
  type UnitFigure,
} from "./recipient-unit/restate.ts";
export type { AppliedRule, SplitRule } from "./recipient-unit/split-rule.ts";
export { findUnit, unitDirectory, unitsByCode, type UnitDirectory } from "./recipient-unit/unit-directory.ts";
export { newUnitId } from "./recipient-unit/unit-id.ts";
export { pathOf, predecessorsOf, successorsOf, type UnitPath } from "./recipient-unit/unit-path.ts";
export type { UnitPlaces } from "./recipient-unit/unit-places.ts";
export { existsOn, lifeOf, unitAsOf, unitsAsOf, type UnitLife } from "./recipient-unit/units-as-of.ts";

export type { NameDecision } from "./recipient-unit/name-decisions.ts";
export {
  checkNameDecisions,
  parseNameDecisions,
  printNameDecisions,
  revertNameDecision,
} from "./recipient-unit/parse-name-decisions.ts";
export {
  printHow,
  type How,
  type ReadingKind,
  type Resolution,
  type ResolveContext,
} from "./recipient-unit/resolver/resolution.ts";
export {
  createUnitResolver,
  type UnitResolver,
  type UnitResolverOptions,
} from "./recipient-unit/resolver/unit-resolver.ts";
export { vietnameseVocabulary } from "./recipient-unit/resolver/vocabulary-vi.ts";
export type { TypeClass, TypeWord, Vocabulary } from "./recipient-unit/resolver/vocabulary.ts";

// deadline
export { checkRounds, type CheckRoundsOptions, type NamedRound } from "./deadline/check-rounds.ts";
export {
  datesOfGroup,
  graceEnd,
  roundPhase,
  type DatesOfGroup,
  type GroupDates,
  type RoundDates,
  type RoundPhase,
} from "./deadline/round-dates.ts";
export type { Confidence, Deadline, DeadlinePeriod } from "./deadline/deadline.ts";
export { deadlineRules, type DeadlineRule, type DeadlineRuleId } from "./deadline/deadline-rule.ts";
export { parseDeadline, type DeadlineOptions, type WeekendPolicy } from "./deadline/parse-deadline.ts";
export { printDeadline, printLastInstant } from "./deadline/print-deadline.ts";
export {
  addWorkingDays,
  calendarDay,
  CalendarYearMissingError,
  isWorkingDay,
  lastWorkingDayBefore,
  projectedDays,
  rollForward,
  workingDaysBetween,
  type CalendarDay,
  type CalendarDayStatus,
  type WorkCalendar,
  type WorkYear,
} from "./deadline/work-calendar.ts";

// report-schema
export type { AddedFieldKind, FieldKinds } from "./report-schema/added-field-kind.ts";
export {
  defineReportSchema,
  type DefinedReportSchema,
  type FieldValue,
  type ReportSchemaDefinition,
  type ReportValues,
} from "./report-schema/define-report-schema.ts";
export {
  fieldValidators,
  type FieldValidators,
  type StandardResult,
  type StandardSchema,
} from "./report-schema/field-validators.ts";
export { isValueOf } from "./report-schema/is-value-of.ts";
export { fieldsOfAllVersions, fieldsOfVersion } from "./report-schema/schema-version.ts";
export { reportSchemaInput, type ReportSchemaInput } from "./report-schema/report-schema-input.ts";
export type {
  Aggregator,
  ChoiceOption,
  Disaggregation,
  EarlierVersion,
  Field,
  FieldCommon,
  FieldKind,
  FieldRole,
  Label,
  NumberStyle,
  RepeatingTable,
  ReportSchema,
  SchemaChange,
  SchemaRule,
  Value,
} from "./report-schema/report-schema.ts";

// campaign
export { campaignInput, type CampaignInput } from "./campaign/campaign-input.ts";
export { campaignJsonSchema } from "./campaign/campaign-json-schema.ts";
export { describeCampaignWorkbook, readCampaignWorkbook } from "./campaign/campaign-workbook.ts";
export { campaignPlaces, type PlaceOfPath } from "./campaign/campaign-places.ts";
export { checkCampaign, type CheckCampaignOptions } from "./campaign/check-campaign.ts";
export { changeState, lifecycleStates, type LifecycleState } from "./campaign/lifecycle.ts";
export { defineCampaign, parseCampaign, type ParseCampaignOptions } from "./campaign/parse-campaign.ts";
export { placeholders } from "./campaign/placeholder.ts";
export type {
  Basis,
  Campaign,
  Destination,
  Dispatch,
  Handling,
  Headings,
  Issuer,
  Material,
  Period,
  RecipientGroup,
  Round,
  Secrecy,
  Signatory,
  Task,
  Upward,
  Urgency,
} from "./campaign/campaign.ts";

// report
export { brokenRules } from "./report/check-rules.ts";
export { describeReportForm, type ReportFormOptions } from "./report/form/describe-report-form.ts";
export type { FormIdentity, FormSignature } from "./report/form/form-identity.ts";
export type { ReadReturnOptions } from "./report/read/return-context.ts";
export { readReturn } from "./report/read-return.ts";
export { reportValues } from "./report/report-values.ts";
export { explainRule, valueRules, type ValueRule } from "./report/value/value-rule.ts";
export type { CellAccount, IgnoredCell, IgnoreReason, Reading, Verdict } from "./report/reading.ts";
export type { Answer, AnswerOrigin, Report, ReportOrigin, Submission } from "./report/report.ts";

// ledger
export { acceptedReports } from "./ledger/accepted-reports.ts";
export { canonicalJson } from "./ledger/canonical-json.ts";
export { checkEvent } from "./ledger/check-event.ts";
export {
  checkpointInput,
  isSignedBy,
  signCheckpoint,
  signedBytes,
  type Checkpoint,
  type Signer,
  type Verifier,
} from "./ledger/checkpoint.ts";
export {
  applyPurge,
  keptApart,
  maskContact,
  memoryContactStore,
  planPurge,
  purgeOn,
  readContacts,
  separateContacts,
  type Contact,
  type ContactStore,
  type Retention,
} from "./ledger/contact.ts";
export { eventId, hashOf, sha256Hex, type Sha256Hex } from "./ledger/content-hash.ts";
export type {
  CampaignEvent,
  EventCommon,
  EventDetail,
  EventOf,
  EventType,
  TransferPolicy,
} from "./ledger/event.ts";
export {
  chainHashOf,
  contentHashOf,
  genesis,
  type ChainLink,
  type LedgerEntry,
} from "./ledger/ledger-entry.ts";
export { LedgerError, type LedgerErrorCode } from "./ledger/ledger-error.ts";
export { eventsOf, type Ledger, type LedgerClock, type LedgerHead } from "./ledger/ledger.ts";
export { memoryLedger, type MemoryLedgerOptions } from "./ledger/memory-ledger.ts";
export { planAppend, type PlannedEntry } from "./ledger/plan-append.ts";
export { redactEvent, redactedText, redactionEvent, type Redaction } from "./ledger/redaction.ts";
export {
  correctionsOf,
  correctReport,
  type CorrectedAnswer,
  type Correction,
  type CorrectReportOptions,
} from "./ledger/correct-report.ts";
export { recordReturn, type RecordReturnOptions, type ResubmissionPolicy } from "./ledger/record-return.ts";
export {
  reportRecords,
  type AsOf,
  type ReportDecision,
  type ReportFate,
  type ReportRecord,
} from "./ledger/report-record.ts";
export { hashOfBytes, memoryReturnStore, type ReturnStore } from "./ledger/return-store.ts";
export { verifyLedger, type LedgerVerification } from "./ledger/verify-ledger.ts";

// obligation
export { addObligation, extendObligation, waiveObligation, type Amendment } from "./obligation/amendments.ts";
export { issueCampaign } from "./obligation/issue-campaign.ts";
export { obligationId, type Obligation, type ObligationState } from "./obligation/obligation.ts";
export {
  obligationsAsOf,
  type Decision,
  type Extension,
  type Inheritance,
  type ObligationRecord,
  type ObligationsAsOf,
  type TransferredObligation,
} from "./obligation/obligation-record.ts";
export { obligationStates } from "./obligation/status-counts.ts";
export { statusOf, type StatusOptions } from "./obligation/status-of.ts";
export type { NotOwed, Status, StatusCounts, StatusRow, StatusTransfer } from "./obligation/status.ts";
export { transferObligations, type TransferOptions } from "./obligation/transfer-obligations.ts";

// roll-up
export {
  answerCounts,
  offeredAnswers,
  type AnswerCount,
  type OfferedAnswer,
} from "./roll-up/answer-counts.ts";
export { addDecimals, compareDecimals, isDecimal } from "./roll-up/decimal.ts";
export { makeDataPackage, rollUpCsv, type DataPackage } from "./roll-up/data-package.ts";
export {
  diffRollUps,
  type ChangeCause,
  type ChangeKind,
  type FigureChange,
} from "./roll-up/diff-roll-ups.ts";
export {
  explainFigure,
  type ExplainContext,
  type ExplainedDecision,
  type ExplainedLeaf,
  type ExplainedUnit,
  type Explanation,
} from "./roll-up/explain-figure.ts";
export type { Coverage, Figure, Leaf, Parted } from "./roll-up/figure.ts";
export {
  aggregatorsOf,
  defineMeasure,
  measuresOf,
  type AggregatorFor,
  type Measure,
} from "./roll-up/measure.ts";
export { printExplanation } from "./roll-up/print-explanation.ts";
export { printCoverage, printFigure, printFigureValue, printValue } from "./roll-up/print-figure.ts";
export { checkPublished, publishRollUp, type PublishedRollUp, type RollUpInputs } from "./roll-up/publish.ts";
export { readReturnPackage } from "./roll-up/read-return-package.ts";
export {
  isPackageSigned,
  makeReturnPackage,
  packageHash,
  parseReturnPackage,
  returnPackageInput,
  returnPackageJsonSchema,
  type ReturnPackage,
} from "./roll-up/return-package.ts";
export { rollUp, type RollUp, type RollUpOptions, type RollUpScope } from "./roll-up/roll-up.ts";
export type { RollUpBy, Scope } from "./roll-up/scope.ts";

// reminder
export {
  chaseList,
  type ChaseEntry,
  type ChaseItem,
  type ChaseList,
  type ChaseOptions,
} from "./reminder/chase-list.ts";
export { drainOutbox, type DrainOptions, type DrainReport } from "./reminder/drain-outbox.ts";
export { memoryOutbox } from "./reminder/memory-outbox.ts";
export {
  OutboxError,
  type Outbox,
  type OutboxEntry,
  type OutboxErrorCode,
  type OutboxMessage,
  type SendOutcome,
} from "./reminder/outbox.ts";
export { planReminders, type ReminderOptions } from "./reminder/plan-reminders.ts";
export { plannedReminders, sentReminder } from "./reminder/reminder-event.ts";
export type { PassedOver, ReminderMessage, ReminderPlan, ReminderSubject } from "./reminder/reminder-plan.ts";
export { usualReminderRules, type ReminderRule } from "./reminder/reminder-rule.ts";
export { simulateReminders, type SimulationOptions } from "./reminder/simulate-reminders.ts";
