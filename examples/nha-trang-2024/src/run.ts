import { main } from "./main.ts";

const folder = new URL("../", import.meta.url);

const terminal = {
  log: (line: string) => console.log(line),
  error: (line: string) => console.error(line),
  clock: () => performance.now(),
};
const sheets = process.argv.includes("--sheets");

process.exitCode = await main(folder, new URL("out/", folder), terminal, { sheets });
