/** Gives a token that is good now. Called for every request; keeping one until it expires is the giver's work. */
export type AccessToken = () => Promise<string>;

/** What this package needs of `google-auth-library`: any of its clients, `GoogleAuth` included. */
export interface GoogleAuthClient {
  /** A token that is valid now, as google-auth-library gives it. */
  getAccessToken(): Promise<string | null | undefined | { token?: string | null | undefined }>;
}

/**
 * The least that each job needs. With `drive.file` an account sees and changes only the spreadsheets
 * it made itself or was handed through Google's picker.
 */
export const scopes = {
  /** Create a campaign's spreadsheet, read it, write back. */
  own: ["https://www.googleapis.com/auth/drive.file"],
  /** Work on a spreadsheet that somebody made by hand and shared with the account. */
  shared: ["https://www.googleapis.com/auth/spreadsheets"],
  /** Only read one. */
  read: ["https://www.googleapis.com/auth/spreadsheets.readonly"],
} as const;

/** Tokens from `google-auth-library`: a service account (`JWT`, `GoogleAuth`) or a person (`OAuth2Client`). */
export function tokensFrom(auth: GoogleAuthClient): AccessToken {
  return async () => {
    const answer = await auth.getAccessToken();
    const token = typeof answer === "string" ? answer : answer?.token;
    if (!token) throw new TypeError("the auth client gave no access token");
    return token;
  };
}
