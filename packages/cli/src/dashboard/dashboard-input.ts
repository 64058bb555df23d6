import type { Campaign, RollUp, Status, StatusRow, UnitDirectory } from "@chiendich/core";

/** What the dashboard shows; all of it was computed elsewhere. */
export interface DashboardInput {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly status: Status;
  readonly rollUp: RollUp;
  /** The short message that reminds one unit, ready to be copied. */
  readonly reminderText: (row: StatusRow) => string;
}
