import type { Io } from "./io.ts";

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

/** `Đọc báo cáo 40/200` on one line that overwrites itself; silent when nobody is looking. */
export function showProgress(io: Io, label: string): Progress {
  if (!io.interactive) return { update: () => {}, end: () => {} };
  return {
    update: (done, total) => io.err(`\r${label} ${done}/${total}`),
    end: () => io.err("\r\u001B[K"),
  };
}
