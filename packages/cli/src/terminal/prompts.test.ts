import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { terminalPrompts, type Prompts } from "./prompts.ts";

const enter = "\r";
const down = "\u001B[B";

/** Somebody who types each of these once the question, or what came of the key before, stands on the screen. */
async function typing(ask: (prompts: Prompts) => Promise<string | null>, keys: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let screen = "";
  const left = [...keys];
  output.on("data", (drawn: Buffer) => (screen += drawn.toString("utf8")));
  const answered = ask(terminalPrompts("vi", { input, output }));
  while (left.length > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    const key = left.shift() as string;
    if (key === "end") input.end();
    else input.write(key);
  }
  return { answer: await answered, screen };
}

const answer = (keys: readonly string[], how?: Parameters<Prompts["answer"]>[1]) =>
  typing((prompts) => prompts.answer("Địa danh", how), keys);

describe("a question at the terminal", () => {
  it("takes what is typed, in composed letters", async () => {
    expect((await answer(["Hue\u0302\u0301 ", enter])).answer).toBe("Huế");
  });

  it("is not answered by nothing, and says so", async () => {
    const { answer: typed, screen } = await answer([enter, "Huế", enter], { example: "Nha Trang" });
    expect(typed).toBe("Huế");
    expect(screen).toContain("Nha Trang");
    expect(screen).toContain("Cần ghi mục này.");
  });

  it("may be left empty when it is optional", async () => {
    expect((await answer([enter], { optional: true, example: "Nha Trang" })).answer).toBe("");
  });

  it("says what is wrong with an answer, and asks on", async () => {
    const refuse = (typed: string) => (typed === "x" ? "Không có nơi nào tên “x”." : null);
    const { answer: typed, screen } = await answer(["x", enter, "\u007F", "y", enter], { refuse });
    expect(typed).toBe("y");
    expect(screen).toContain("Không có nơi nào tên “x”.");
  });

  it("keeps what stands there already", async () => {
    expect((await answer([enter], { initial: "Huế" })).answer).toBe("Huế");
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D, which would end the process as if all were done", "\u0004"],
    ["the end of the input", "end"],
  ])("is stopped by %s", async (_, key) => {
    expect((await answer(["Hu", key])).answer).toBeNull();
    const menu = (prompts: Prompts) => prompts.choose("Đơn vị nào?", [{ value: "a", label: "A" }]);
    expect((await typing(menu, [key])).answer).toBeNull();
  });

  it("offers a menu whose keys it names in the language of messages", async () => {
    const choices = [
      { value: "a", label: "Phường A" },
      { value: "b", label: "Phường B", hint: "ubnd-b" },
    ];
    const { answer: chosen, screen } = await typing(
      (prompts) => prompts.choose("Đơn vị nào?", choices),
      [down, enter],
    );
    expect(chosen).toBe("b");
    expect(screen).toContain("phím ↑ ↓ để chọn");
    expect(screen).not.toMatch(/navigate|confirm/);
  });
});
