#!/usr/bin/env node

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
// The ledger needs `node:sqlite`; an older Node would fail on loading it, with nothing that helps.
if (major > 22 || (major === 22 && minor >= 13)) void run();
else {
  const found = process.versions.node;
  process.stderr.write(
    `Cần Node 22.13 trở lên, máy đang có ${found} · needs Node 22.13 or later, this is ${found}\n`,
  );
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const { main } = await import("./main.ts");
  const { processIo } = await import("./terminal/io.ts");
  try {
    process.exitCode = await main(process.argv.slice(2), processIo());
  } catch (error) {
    // A disk that is full, a ledger somebody else holds: nothing the plan or the data could be blamed for.
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const detail = process.env["CHIENDICH_DEBUG"] ? stack : `${message} (CHIENDICH_DEBUG=1)`;
    process.stderr.write(`Lỗi ngoài dự kiến · unexpected failure: ${detail}\n`);
    process.exitCode = 1;
  }
}
