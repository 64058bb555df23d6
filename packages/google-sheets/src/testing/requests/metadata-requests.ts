import { invalid } from "../api-error.ts";
import { parseFieldMask } from "../field-mask.ts";
import { allMarks, describeMark, findMarks, readLocation, setMarks } from "../metadata.ts";
import type { Mark } from "../spreadsheet-state.ts";
import { takeId, type RequestHandlers } from "./batch.ts";

export const metadataRequests: RequestHandlers = {
  createDeveloperMetadata({ developerMetadata = {} }, { state }) {
    const { metadataId, metadataKey, metadataValue, visibility, location } = developerMetadata;
    if (!metadataKey) throw invalid("Developer metadata must have a key.");
    if (visibility !== "DOCUMENT" && visibility !== "PROJECT")
      throw invalid("Developer metadata must have a visibility.");
    const id = metadataId ?? takeId(state);
    if (id <= 0) throw invalid("Developer metadata id must be positive.");
    // Ids given out here are new by themselves; looking for each would make a large batch slow.
    for (const { mark } of metadataId ? allMarks(state) : []) {
      if (mark.id === id)
        throw invalid(`A developer metadata with ID ${id} already exists. Please enter another ID.`);
    }
    const holder = readLocation(location, state);
    const mark: Mark = { id, key: metadataKey, value: metadataValue ?? "", visibility };
    setMarks(holder, state, (marks) => [...marks, mark]);
    return { createDeveloperMetadata: { developerMetadata: describeMark({ mark, holder }) } };
  },

  updateDeveloperMetadata({ dataFilters = [], developerMetadata = {}, fields }, { state }) {
    const mask = parseFieldMask(fields ?? "");
    const wants = (field: string) => mask === null || field in mask;
    const found = dataFilters.flatMap((filter) => findMarks(filter, state));
    const updated = found.map(({ mark, holder }) => {
      const after: Mark = {
        id: mark.id,
        key: wants("metadataKey") ? (developerMetadata.metadataKey ?? mark.key) : mark.key,
        value: wants("metadataValue") ? (developerMetadata.metadataValue ?? "") : mark.value,
        visibility: wants("visibility") ? (developerMetadata.visibility ?? mark.visibility) : mark.visibility,
      };
      const target =
        wants("location") && developerMetadata.location
          ? readLocation(developerMetadata.location, state)
          : holder;
      setMarks(holder, state, (marks) => marks.filter((one) => one.id !== mark.id));
      setMarks(target, state, (marks) => [...marks, after]);
      return describeMark({ mark: after, holder: target });
    });
    return { updateDeveloperMetadata: { developerMetadata: updated } };
  },

  deleteDeveloperMetadata({ dataFilter = {} }, { state }) {
    const found = findMarks(dataFilter, state);
    for (const { mark, holder } of found) {
      setMarks(holder, state, (marks) => marks.filter((one) => one.id !== mark.id));
    }
    return { deleteDeveloperMetadata: { deletedDeveloperMetadata: found.map(describeMark) } };
  },
};
