/** What secrets look like: Google access tokens, API keys, bearer headers, JWTs, refresh tokens, private keys. */
const secretShapes = [
  /ya29\.[\w.-]+/g,
  /AIza[\w-]{20,}/g,
  /Bearer\s+[\w.~+/=-]+/gi,
  /eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /1\/\/[\w-]{20,}/g,
  /GOCSPX-[\w-]+/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];
const secretParameters = /([?&](?:key|access_token|token|client_secret|refresh_token)=)[^&\s"']+/gi;

/** The text without anything that looks like a secret, and without the secrets that are known. */
export function redact(text: string, known: readonly string[] = []): string {
  let clean = text;
  for (const secret of known) if (secret.length >= 4) clean = clean.replaceAll(secret, "***");
  for (const shape of secretShapes) clean = clean.replace(shape, "***");
  return clean.replace(secretParameters, "$1***");
}

/**
 * An error fit to be kept as a cause: name, message and code, without secrets. Not the object
 * itself: HTTP clients hang the request on it, headers included.
 */
export function redactedCause(error: unknown, known: readonly string[] = []): Error {
  const { name, message, cause } = error instanceof Error ? error : new Error(String(error));
  const inner = cause === undefined ? undefined : { cause: redactedCause(cause, known) };
  const clean = new Error(redact(message, known), inner);
  clean.name = name;
  // A stack repeats the message it was made with.
  delete (clean as { stack?: string }).stack;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? Object.assign(clean, { code }) : clean;
}
