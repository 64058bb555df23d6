import { GoogleAuth } from "google-auth-library";
import { createSheetsClient, scopes, tokensFrom, type SheetsClient } from "../src/index.ts";

/** A client of the real service, when the environment names a service account's key; else `null`. */
export function googleClient(): SheetsClient | null {
  const keyFile = process.env["CHIENDICH_GOOGLE_CREDENTIALS"];
  if (keyFile === undefined) return null;
  const auth = new GoogleAuth({ keyFile, scopes: [...scopes.own] });
  return createSheetsClient({ token: tokensFrom(auth), clock: Date.now, random: Math.random });
}
