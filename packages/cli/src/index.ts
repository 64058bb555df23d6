export { main } from "./main.ts";
export { processIo, type Io } from "./terminal/io.ts";
export { fileOutbox, type FileOutbox } from "./outbox/file-outbox.ts";
