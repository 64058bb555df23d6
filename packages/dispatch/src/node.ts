/* What needs Node: files, child processes, native programs. The rest of the package runs in a browser too. */
export { libreOfficeEngine, type LibreOfficeEngineOptions } from "./node/libreoffice-engine.ts";
export { typstEngine, type TypstEngineOptions } from "./node/typst-engine.ts";
export { writeLetters, type WrittenLetters } from "./node/write-letters.ts";
