import { createUnitResolver, unitDirectory } from "@chiendich/core";
import { expect, it } from "vitest";
import { administrativeNames } from "./administrative-names.ts";

it("holds the names of every level and of every time since October 2024, each once", async () => {
  const names = await administrativeNames();
  // Ninh Thuận and the districts are gone since 2025; Bắc Nha Trang is new.
  const some = ["Tỉnh Ninh Thuận", "Thành phố Nha Trang", "Phường Vĩnh Hải", "Phường Bắc Nha Trang"];
  expect(names).toEqual(expect.arrayContaining(some));
  expect(new Set(names).size).toBe(names.length);
});

it("keeps the name of a ward elsewhere from being taken for a misspelling of one here", async () => {
  const ward = { aliases: [], type: "ubnd_xa", groups: [], parents: {}, codes: [] };
  const here = unitDirectory([{ ...ward, id: "vinh-thanh", name: "Ủy ban nhân dân xã Vĩnh Thạnh" }]);
  const typed = "UBND xã Vĩnh Thanh";
  expect(createUnitResolver(here).resolve(typed).status).toBe("matched");
  const elsewhere = await administrativeNames();
  expect(createUnitResolver(here, { elsewhere }).resolve(typed).status).toBe("unknown");
});
