/** What the command line says, in both of its languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}
