/** Vietnamese or English. Whatever a person reads is written in Vietnamese first. */
export type Language = "vi" | "en";
