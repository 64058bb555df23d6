import type { Campaign, RecipientUnit, Task } from "@chiendich/core";
import type { DispatchDocument } from "../document/dispatch-document.ts";
import type { Picture } from "../document/document-tree.ts";
import { deadlineWords } from "./deadline-words.ts";
import { letterheadData, type LetterheadOptions } from "./letterhead.ts";

/** To whom the letter goes and with which links. */
export interface CampaignDispatchOptions extends LetterheadOptions {
  /** A letter to this unit alone: its name after “Kính gửi”, its groups' tasks and deadline. To all when absent. */
  readonly unit?: RecipientUnit | undefined;
  /** Address for each round's reports in place of the campaign's, such as a unit's own form. */
  readonly reportLinks?: Readonly<Record<string, string>> | undefined;
  /** What each material's link leads to in place of the campaign's, such as the same with a signed token. */
  readonly materialLinks?: readonly string[] | undefined;
  /**
   * How tasks are set: one after the other in a paragraph, as sentences (the default), or each in a
   * paragraph of its own.
   */
  readonly tasks?: "sentences" | "paragraphs" | undefined;
  /** Side of the QR pictures. Below 25 mm phones fail on prints. */
  readonly qrWidthMm?: number | undefined;
}

/** Smallest side of a QR picture with an address of usual length that phones read from paper. */
const smallestQrMm = 25;

/**
 * The dispatch that opens a campaign, to all its recipients or to one unit (công văn, Mẫu 1.5).
 * Number and date are the campaign's unless others are given.
 *
 * @throws {RangeError} when QR pictures are asked for below 25 mm
 */
export function campaignDispatch(
  campaign: Campaign,
  options: CampaignDispatchOptions = {},
): DispatchDocument {
  const { dispatch, period, audiences, scope } = campaign;
  const { number = dispatch.number, date = dispatch.date, qrWidthMm = 30 } = options;
  const { secrecy = dispatch.secrecy, urgency = dispatch.urgency, handling = dispatch.handling } = options;
  if (qrWidthMm < smallestQrMm) throw new RangeError(`a QR picture has at least ${smallestQrMm} mm`);
  const materials = campaign.materials.map(({ text, link }, index) => ({
    // The letter puts a colon after it, as many who write the sentence do.
    text: text.replace(/\s*:$/, ""),
    link: options.materialLinks?.[index] ?? link,
    picture: `qr${index + 1}`,
  }));
  return {
    template: "campaign-letter",
    title: `V/v ${dispatch.subject}`,
    data: {
      ...letterheadData(dispatch, dispatch.date.slice(0, 4), {
        ...options,
        number,
        date,
        secrecy,
        urgency,
        handling,
      }),
      about: dispatch.subject,
      ...addressedData(campaign, options),
      basis: dispatch.basis,
      opening: dispatch.opening,
      headings: campaign.headings,
      period,
      audiences,
      scope,
      materials,
      pictureWidthMm: qrWidthMm,
      closing: dispatch.closing,
    },
    pictures: Object.fromEntries(
      materials.map(({ picture, link }): [string, Picture] => [
        picture,
        { kind: "qr", text: link, alt: `Mã QR dẫn đến ${link}` },
      ]),
    ),
  };
}

/** What of the letter depends on whom it goes to: Kính gửi, tasks, deadlines, addresses to report to. */
export function addressedData(campaign: Campaign, options: CampaignDispatchOptions) {
  const { unit, reportLinks = {}, tasks = "sentences" } = options;
  return {
    recipients: unit ? [unit.name] : campaign.recipients.map(({ label }) => label),
    tasks: taskParagraphs(campaign.tasks, unit, tasks),
    rounds: campaign.rounds.map((round) => ({
      request: round.request,
      link: reportLinks[round.id] ?? round.destination.link,
      deadline: deadlineWords(deadlineFor(round, unit)),
      purpose: round.purpose,
    })),
  };
}

/** Of its groups, the first that has a deadline of its own decides. */
export function deadlineFor(round: Campaign["rounds"][number], unit: RecipientUnit | undefined) {
  const group = unit?.groups.find((name) => Object.hasOwn(round.groupDeadlines, name));
  return (group === undefined ? undefined : round.groupDeadlines[group]) ?? round.deadline;
}

function taskParagraphs(
  tasks: readonly Task[],
  unit: RecipientUnit | undefined,
  setting: "sentences" | "paragraphs",
): readonly string[] {
  const own = tasks
    .filter(({ groups }) => !unit || groups === null || groups.some((group) => unit.groups.includes(group)))
    .map(({ text }) => text);
  return setting === "paragraphs" || own.length === 0 ? own : [own.join(" ")];
}
