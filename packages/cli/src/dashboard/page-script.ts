/** Switches the language and copies reminders. Without it the page still shows everything, in Vietnamese. */
export const pageScript = `
const root = document.documentElement;
const toggle = document.getElementById("language");
toggle.addEventListener("click", () => {
  const next = root.lang === "vi" ? "en" : "vi";
  root.lang = next;
  root.className = next;
  toggle.textContent = next === "vi" ? "English" : "Tiếng Việt";
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page opened from a file may not reach the clipboard: show the text, selected, instead.
    const area = Object.assign(document.createElement("textarea"), { value: text, rows: 4 });
    button.after(area);
    area.select();
  }
  button.classList.add("copied");
});
`;
