export { main } from "./main.ts";
export { processIo, type Io } from "./terminal/io.ts";
