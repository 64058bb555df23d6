import { resolve } from "node:path";
import {
  createSheetsClient,
  scopes,
  SheetsError,
  sheetsErrorIssue,
  tokensFrom,
  type AccessToken,
  type SheetsClient,
} from "@chiendich/google-sheets";
import { SheetSourceError, type Parsed } from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { CommandInput, OptionSpec } from "../command.ts";
import type { Io } from "../terminal/io.ts";
import { readText } from "../workspace/workspace.ts";

/** Where credentials come from: never the command line, which other users of the machine can see. */
export const googleVariables = {
  /** The key file of a service account. */
  credentials: "CHIENDICH_GOOGLE_CREDENTIALS",
  /** An access token, such as `gcloud auth print-access-token` gives. */
  token: "CHIENDICH_GOOGLE_TOKEN",
  /** As `--google-api`. */
  api: "CHIENDICH_GOOGLE_API",
} as const;

export const googleApiOption: OptionSpec = {
  flags: "--google-api <url>",
  summary: {
    vi: "địa chỉ máy chủ Google Trang tính khác, để chạy thử trên máy này",
    en: "another address of Google Sheets, for trying it on this machine",
  },
};

/** Google Sheets under an account. */
export interface GoogleAccount {
  readonly client: SheetsClient;
  /** Its address; null when only a token is known. */
  readonly email: string | null;
}

/**
 * Google Sheets under the office's account.
 *
 * @throws {MisuseError} saying how to give an account, when there is none
 */
export async function googleAccount(
  io: Io,
  options: CommandInput["options"],
  job: "read" | "write",
): Promise<GoogleAccount> {
  const address = options["googleApi"] ?? io.environment[googleVariables.api];
  const { token, email } = await credentialsOf(
    io,
    job === "read" ? scopes.read : [...scopes.own, ...scopes.shared],
  );
  const client = createSheetsClient({
    token,
    clock: Date.now,
    random: Math.random,
    deadlineMs: 120_000,
    ...(typeof address === "string" && { baseUrl: address.replace(/\/+$/, "") }),
  });
  return { client, email };
}

async function credentialsOf(
  io: Io,
  wanted: readonly string[],
): Promise<{ readonly token: AccessToken; readonly email: string | null }> {
  const token = io.environment[googleVariables.token];
  if (token) return { token: async () => token, email: null };
  const keyFile = io.environment[googleVariables.credentials];
  if (!keyFile) throw noAccount();
  const { client_email: email, private_key: key } = await readKey(resolve(io.folder, keyFile));
  // Loaded only here: most campaigns never speak to Google.
  const { JWT } = await import("google-auth-library");
  return { token: tokensFrom(new JWT({ email, key, scopes: [...wanted] })), email };
}

interface ServiceAccountKey {
  readonly client_email: string;
  readonly private_key: string;
}

/** @throws {MisuseError} when there is no such file, or it is no service account's key; nothing of it is repeated */
async function readKey(path: string): Promise<ServiceAccountKey> {
  const refuse = (vi: string, en: string) =>
    new MisuseError({
      vi: `${vi}: ${path} (biến môi trường ${googleVariables.credentials})`,
      en: `${en}: ${path} (environment variable ${googleVariables.credentials})`,
    });
  const text = await readText(path);
  if (text === null) throw refuse("Không có tệp khóa", "There is no key file");
  try {
    const key = JSON.parse(text) as Partial<ServiceAccountKey> | null;
    if (typeof key?.client_email === "string" && typeof key.private_key === "string") {
      return key as ServiceAccountKey;
    }
  } catch {
    // Not JSON: the same sentence says so, and the parser's own would quote the file.
  }
  throw refuse("Tệp này không phải là khóa tài khoản dịch vụ", "This is no service account's key");
}

function noAccount(): MisuseError {
  const { credentials, token } = googleVariables;
  return new MisuseError({
    vi:
      `Chưa có tài khoản Google. Đặt biến môi trường ${credentials} là đường dẫn tệp khóa (JSON) của tài khoản dịch vụ, ` +
      `hoặc ${token} là mã truy cập; rồi chia sẻ bảng tính cho tài khoản đó.`,
    en:
      `There is no Google account. Set ${credentials} to the key file (JSON) of a service account, ` +
      `or ${token} to an access token; then share the spreadsheet with that account.`,
  });
}

/** What Google answers; what it refuses, as issues a person can act on. `source` is what people call the spreadsheet. */
export async function askGoogle<Answer>(source: string, ask: () => Promise<Answer>): Promise<Parsed<Answer>> {
  try {
    return { value: await ask(), issues: [] };
  } catch (error) {
    const cause = error instanceof SheetSourceError ? error.cause : error;
    const found = cause instanceof SheetsError ? sheetsErrorIssue(cause, { source }) : null;
    if (found === null) throw error;
    return { value: null, issues: [found] };
  }
}
