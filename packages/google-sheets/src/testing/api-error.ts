/** An answer other than 200, in the shape Google gives it. */
export class ApiError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly details: readonly object[];

  constructor(status: number, reason: string, message: string, details: readonly object[] = []) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.reason = reason;
    this.details = details;
  }

  body(): object {
    const { status: code, message, reason: status, details } = this;
    return { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
}

export const invalid = (message: string) => new ApiError(400, "INVALID_ARGUMENT", message);

export const notFound = () => new ApiError(404, "NOT_FOUND", "Requested entity was not found.");

export const denied = () => new ApiError(403, "PERMISSION_DENIED", "The caller does not have permission");

export const unauthenticated = () =>
  new ApiError(
    401,
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
  );

/** What somebody without access to a protected cell gets; wording known from use. */
export const protectedCell = () =>
  invalid(
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
  );

export const tooManyCells = () =>
  invalid(
    "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
  );

/** The quota that was used up: whose, and of what. */
export function quotaExceeded(kind: "Read" | "Write", per: "User" | "Project"): ApiError {
  const metric = `sheets.googleapis.com/${kind.toLowerCase()}_requests`;
  const limit = `${kind}RequestsPerMinutePer${per}`;
  return new ApiError(
    429,
    "RESOURCE_EXHAUSTED",
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per ${per.toLowerCase()}' of service 'sheets.googleapis.com'.`,
    [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        reason: "RATE_LIMIT_EXCEEDED",
        domain: "googleapis.com",
        metadata: { quota_limit: limit, quota_metric: metric, service: "sheets.googleapis.com" },
      },
    ],
  );
}
