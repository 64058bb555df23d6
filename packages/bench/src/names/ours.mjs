// Our resolver behind the bench's adapter contract; runs inside this package's bench and any other with the same contract.
import { createUnitResolver } from "@chiendich/core";
import { listProvinces, loadProvince } from "@chiendich/vietnam";

export const name = "Chiendich";

/** The places of the country, past and present: what is one of them is no misspelling of another. */
const places = new Set();
for (const { code } of listProvinces()) {
  const { units } = await loadProvince(code);
  for (const { name } of units) places.add(name);
}

const dayBefore = (date) => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The rows of a directory as units and lineage, as a campaign's own directory would hold them. */
function toDirectory({ kind, units, parents, predecessors }) {
  if (kind === "recipients") {
    const ended = new Map(predecessors.map(({ old_id, effective }) => [old_id, effective]));
    return {
      units: units.map((unit) => ({
        id: unit.id,
        name: unit.name,
        shortName: unit.short_name || undefined,
        aliases: [],
        type: unit.type,
        groups: [unit.group],
        parents: unit.parent_id ? { administrative: unit.parent_id } : {},
        codes: unit.gso_code ? [{ scheme: "administrative", code: unit.gso_code }] : [],
        validTo: ended.has(unit.id) ? dayBefore(ended.get(unit.id)) : undefined,
      })),
      lineage: predecessors.map(({ old_id, new_id, effective }) => ({
        kind: "merged",
        on: effective,
        from: [old_id],
        to: [{ unitId: new_id }],
        legalBasis: "",
      })),
      among: undefined,
      home: ["thành phố Nha Trang", "tỉnh Khánh Hòa"],
    };
  }
  const all = [];
  const place = (id, name, parent, validTo) =>
    all.push({
      id,
      name,
      aliases: [],
      type: "",
      groups: [],
      parents: parent ? { administrative: parent } : {},
      codes: [],
      validTo,
    });
  for (const row of parents) {
    const key = row.level === "1" ? `p${row.code}` : `d${row.code}`;
    place(key, row.full_name, row.parent_code ? `p${row.parent_code}` : "");
  }
  for (const unit of units) {
    all.push({
      id: unit.id,
      name: unit.full_name,
      aliases: [],
      type: unit.type,
      groups: [],
      parents: { administrative: unit.district_code ? `d${unit.district_code}` : `p${unit.province_code}` },
      codes: [],
    });
  }
  const seen = new Set();
  const old = new Map();
  for (const row of predecessors) {
    const province = `old-p:${row.old_province}`;
    const district = `old-d:${row.old_province}:${row.old_district}`;
    if (!seen.has(province)) {
      seen.add(province);
      place(province, row.old_province, "", dayBefore(row.effective));
    }
    if (row.old_district && !seen.has(district)) {
      seen.add(district);
      place(district, row.old_district, province, dayBefore(row.effective));
    }
    const id = `old:${row.old_code}`;
    const event = old.get(id);
    if (event) event.to.push({ unitId: row.new_id });
    else {
      all.push({
        id,
        name: row.old_name,
        aliases: [],
        type: "",
        groups: [],
        parents: { administrative: row.old_district ? district : province },
        codes: [],
        validTo: dayBefore(row.effective),
      });
      old.set(id, {
        kind: "merged",
        on: row.effective,
        from: [id],
        to: [{ unitId: row.new_id }],
        legalBasis: "",
      });
    }
  }
  return { units: all, lineage: [...old.values()], among: units.map(({ id }) => id), home: [] };
}

export function build(directory) {
  const { among, home, ...rows } = toDirectory(directory);
  const resolver = createUnitResolver(rows, {
    asOf: directory.asOf,
    among,
    home,
    elsewhere: directory.kind === "recipients" ? places : [],
  });
  return {
    resolve(input, context) {
      const answer = resolver.resolve(input, context);
      return answer.status === "matched"
        ? { status: "matched", id: answer.unit.id }
        : { status: answer.status };
    },
  };
}
