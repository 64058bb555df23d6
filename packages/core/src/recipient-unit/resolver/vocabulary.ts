/**
 * The words around the names of units, as data: what a type is called and shortened to, what people
 * write before and after a name that is no part of it. An office with words of its own passes a
 * vocabulary of its own; {@link vietnameseVocabulary} is the default.
 */
export interface Vocabulary {
  readonly types: readonly TypeWord[];
  /** Words before a unit that say nothing about which one: `báo cáo của`, `lãnh đạo`. */
  readonly before: readonly string[];
  /** Persons and their words, `hiệu trưởng`, `dạ em gửi`: before a unit whose type is said, for `cô Hoa Mai` is a person. */
  readonly titles?: readonly string[] | undefined;
  /** Lines of a letterhead that are the same for everybody: the national motto. */
  readonly mottos?: readonly string[] | undefined;
  /** Words after it: `đã nộp`, `bổ sung`, `(cũ)`. */
  readonly after: readonly string[];
  /** Words with which the names of other bodies begin: never taken for a misspelled type. */
  readonly bodies: readonly string[];
  /** Short or former words of organisations, each with what it stands for. */
  readonly expansions: Readonly<Record<string, string>>;
  /** Other names of places: `sài gòn` for `hồ chí minh`. */
  readonly places: Readonly<Record<string, string>>;
}

/**
 * - `authority`: the body of a place, `ủy ban nhân dân`; says nothing when the type of place follows
 * - `commune`, `district`, `province`: a kind of administrative unit, by level
 * - `school`: a kind of school, by stage
 * - `any-school`: `trường`, which leaves the stage open
 */
export type TypeClass = "authority" | "commune" | "district" | "province" | "school" | "any-school";

/** How people write one type of unit. */
export interface TypeWord {
  /** The type, such as `phuong` or `thcs`; words with the same concept mean the same. */
  readonly concept: string;
  readonly class: TypeClass;
  /** Written before the name. */
  readonly words: readonly string[];
  /** Written after the name, as English does: `Vinh Hai Ward`. */
  readonly wordsAfter?: readonly string[] | undefined;
}
