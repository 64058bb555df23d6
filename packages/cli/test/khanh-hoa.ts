import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkedOutput } from "./checked-output.ts";
import { runCommand, type CommandResult, type CommandSurroundings } from "../src/run-command.ts";

type At = Partial<Omit<CommandSurroundings, "folder">>;

export interface TestCampaign {
  readonly folder: string;
  /** Runs the words at a moment. */
  readonly run: (words: readonly string[], more?: At) => Promise<CommandResult>;
  /** What `--json` gives, held against its documented shape. */
  readonly json: (words: readonly string[], more?: At) => Promise<ReturnType<typeof JSON.parse>>;
  /** Puts a return of many units into `returns/`: its lines of unit, sessions and participants. */
  readonly put: (name: string, receivedAt: string, lines: readonly string[]) => void;
}

/** A campaign of the communes of Khánh Hòa, issued on 2 March 2026, in a folder of its own. */
export async function khanhHoa(): Promise<TestCampaign> {
  const folder = mkdtempSync(join(tmpdir(), "chiendich-khanh-hoa-"));
  const receipts = ["file,received_at,evidence"];
  const run: TestCampaign["run"] = (words, more) =>
    runCommand(words, { at: "2026-03-02T09:00:00+07:00", ...more, folder });
  const init = {
    within: "tỉnh Khánh Hòa",
    title: "Chiến dịch làm sạch biển năm 2026",
    office: "Ủy ban nhân dân tỉnh Khánh Hòa",
    notation: "UBND-VX",
    place: "Khánh Hòa",
    date: "2026-03-02",
    from: "2026-03-05",
    to: "2026-03-31",
    deadline: "chậm nhất ngày 03/4/2026",
  };
  await run(["init", ...Object.entries(init).flatMap(([name, value]) => [`--${name}`, value])]);
  await run(["dispatch"]);
  return {
    folder,
    run,
    json: async (words, more) => checkedOutput(words, (await run([...words, "--json"], more)).said),
    put: (name, receivedAt, lines) => {
      const headings =
        "STT;Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự";
      mkdirSync(join(folder, "returns"), { recursive: true });
      const rows = lines.map((line, index) => `${index + 1};${line}`);
      writeFileSync(join(folder, "returns", name), `${[headings, ...rows].join("\n")}\n`);
      receipts.push(`${name},${receivedAt},mail`);
      writeFileSync(join(folder, "returns", "received.csv"), `${receipts.join("\n")}\n`);
    },
  };
}
