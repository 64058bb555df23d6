#!/usr/bin/env node
import { main } from "./main.ts";
import { processIo } from "./terminal/io.ts";

main(process.argv.slice(2), processIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A disk that is full, a ledger somebody else holds: nothing the plan or the data could be blamed for.
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const detail = process.env["CHIENDICH_DEBUG"] ? stack : `${message} (CHIENDICH_DEBUG=1)`;
    process.stderr.write(`Lỗi ngoài dự kiến · unexpected failure: ${detail}\n`);
    process.exitCode = 1;
  },
);
