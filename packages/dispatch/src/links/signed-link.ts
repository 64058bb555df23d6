/**
 * What a dispatch says of itself in its QR code, under the office's signature, so that anybody with
 * the office's public key can tell a real letter from a forged one.
 */
export interface DispatchSeal {
  /** Số, ký hiệu: `2242/VHTT`. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly issuer: string;
}

/** A key of WebCrypto: what `crypto.subtle.generateKey("Ed25519", …)` and `importKey` give. */
export type OfficeKey = Parameters<typeof crypto.subtle.sign>[1];

/** Name of the parameter that carries the token. */
const parameter = "vb";
/** First byte of what is signed, so that a later form cannot be taken for this one. */
const version = "1";

/**
 * A link with a signed token: who issued which dispatch on which day, and that it leads to this very
 * address. Ed25519 through WebCrypto, which Node and browsers have.
 *
 * @throws {TypeError} when the link is none, has a token already, or the key id is no plain word
 */
export async function signLink(
  link: string,
  seal: DispatchSeal,
  {
    key,
    keyId,
  }: {
    /** A private key for `sign`. */
    readonly key: OfficeKey;
    /** Tells the office's keys apart; letters, digits and hyphens. */
    readonly keyId: string;
  },
): Promise<string> {
  const url = new URL(link);
  if (url.searchParams.has(parameter)) throw new TypeError("the link has a token already");
  if (!/^[A-Za-z0-9-]{1,32}$/.test(keyId)) throw new TypeError("a key id is letters, digits and hyphens");
  const payload = base64url(encoder.encode(JSON.stringify([seal.number, seal.date, seal.issuer])));
  const signature = await crypto.subtle.sign("Ed25519", key, signedBytes(url, keyId, payload));
  url.searchParams.set(parameter, [version, keyId, payload, base64url(new Uint8Array(signature))].join("."));
  return url.href;
}

/** What came of checking the text of a QR code. Only `genuine` says that the office issued it. */
export type Verification =
  | { readonly state: "genuine"; readonly seal: DispatchSeal; readonly link: string; readonly keyId: string }
  /** No link, or one without a token: it may be anybody's. */
  | { readonly state: "unsigned" }
  /** Signed with a key that is not the office's. */
  | { readonly state: "unknownKey"; readonly keyId: string }
  /** The address, the token or the signature was changed. */
  | { readonly state: "forged" };

/**
 * Whether this office issued the dispatch whose QR code holds this text.
 *
 * @param keys the office's public keys by id, past ones included
 */
export async function verifyDispatch(
  text: string,
  keys: Readonly<Record<string, OfficeKey>>,
): Promise<Verification> {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { state: "unsigned" };
  }
  const tokens = url.searchParams.getAll(parameter);
  const [token] = tokens;
  if (token === undefined) return { state: "unsigned" };
  const [form, keyId = "", payload = "", signature = "", ...more] = token.split(".");
  if (tokens.length > 1 || form !== version || more.length > 0) return { state: "forged" };
  const key = Object.hasOwn(keys, keyId) ? keys[keyId] : undefined;
  if (key === undefined) return { state: "unknownKey", keyId };
  url.searchParams.delete(parameter);
  const seal = sealOf(payload);
  const bytes = fromBase64url(signature);
  if (seal === null || bytes === null) return { state: "forged" };
  const genuine = await crypto.subtle.verify("Ed25519", key, bytes, signedBytes(url, keyId, payload));
  return genuine ? { state: "genuine", seal, link: url.href, keyId } : { state: "forged" };
}

const encoder = new TextEncoder();

/** Key, address and statement are signed together: none can be moved to another letter. */
function signedBytes(url: URL, keyId: string, payload: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(["chiendich-dispatch", version, keyId, canonical(url), payload].join("\n"));
}

/** Removing a parameter may leave the rest written another way; both sides write it this way. */
function canonical(url: URL): string {
  const copy = new URL(url.href);
  copy.search = new URLSearchParams([...copy.searchParams]).toString();
  return copy.href;
}

function sealOf(payload: string): DispatchSeal | null {
  const bytes = fromBase64url(payload);
  if (bytes === null) return null;
  try {
    const fields: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (
      !Array.isArray(fields) ||
      fields.length !== 3 ||
      !fields.every((field) => typeof field === "string")
    ) {
      return null;
    }
    const [number, date, issuer] = fields as [string, string, string];
    return { number, date, issuer };
  } catch {
    return null;
  }
}

function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    // The last letter has bits that decoding ignores: of the texts that give these bytes, one is right.
    return base64url(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
