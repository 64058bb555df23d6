import type { Language } from "../vietnamese/language.ts";
import type { DirectoryImport } from "./plan-directory-import.ts";
import { findUnit, type UnitDirectory } from "./unit-directory.ts";

const words = {
  vi: {
    summary: (counts: readonly number[]) =>
      `thêm ${counts[0]}, thay đổi ${counts[1]}, không còn trong danh sách ${counts[2]}, giữ nguyên ${counts[3]}`,
    missing: "không còn trong danh sách: đã giải thể? Đơn vị được giữ nguyên cho đến khi có xác nhận.",
    blank: "(trống)",
  },
  en: {
    summary: (counts: readonly number[]) =>
      `${counts[0]} added, ${counts[1]} changed, ${counts[2]} no longer listed, ${counts[3]} unchanged`,
    missing: "no longer listed: closed? The unit stays until somebody says so.",
    blank: "(blank)",
  },
};

/**
 * The difference as a person reads it before accepting anything: `+` a new unit, `~` a change field
 * by field, `?` a unit the list does not have any more; a line with the counts last.
 */
export function printDirectoryImport(
  directory: UnitDirectory,
  plan: DirectoryImport,
  language: Language,
): readonly string[] {
  const { summary, missing, blank } = words[language];
  const name = (id: string) => findUnit(directory, id)?.name ?? id;
  const shown = (text: string) => (text === "" ? blank : `“${text}”`);
  return [
    ...plan.added.map(({ unit }) => `+ ${unit.id}: ${unit.name}`),
    ...plan.changed.flatMap(({ unit, fields }) => [
      `~ ${unit.id}: ${name(unit.id)}`,
      ...fields.map(({ column, before, after }) => `    ${column}: ${shown(before)} → ${shown(after)}`),
    ]),
    ...plan.missing.map((id) => `? ${id}: ${name(id)} – ${missing}`),
    summary([plan.added.length, plan.changed.length, plan.missing.length, plan.unchanged.length]),
  ];
}
