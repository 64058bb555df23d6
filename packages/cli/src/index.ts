export { main } from "./main.ts";
export { runCommand, type CommandResult, type CommandSurroundings } from "./run-command.ts";
export { processIo, type Io } from "./terminal/io.ts";
export { fileOutbox, type FileOutbox } from "./outbox/file-outbox.ts";
export {
  definePlugin,
  pluginApiVersion,
  type OpenSource,
  type Plugin,
  type PluginCheck,
  type PluginFinding,
  type PluginParts,
  type Reminder,
  type RenderLetter,
  type Sender,
  type WriteSheets,
} from "./plugin/plugin.ts";
