import { main } from "./main.ts";

const folder = new URL("../", import.meta.url);

process.exitCode = await main(folder, new URL("out/", folder), {
  log: (line) => console.log(line),
  error: (line) => console.error(line),
  clock: () => performance.now(),
});
