#!/usr/bin/env node
import { main } from "./main.ts";
import { processIo } from "./terminal/io.ts";

void main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
