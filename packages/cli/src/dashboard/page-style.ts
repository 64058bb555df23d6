/** Readable at 360 px, on a projector and on A4; colours hold in light and dark, and signs say the same. */
export const pageStyle = `
:root {
  --ink: #1c2330; --soft: #566074; --line: #d5dae3; --paper: #ffffff; --band: #f4f6fa; --accent: #1f5fa8;
  --on-time: #d7eddc; --late: #fbe3b5; --missing: #c23b34; --missing-band: #f7d4d1; --wait: #e6e9f0; --query: #e5dcf5;
  color-scheme: light dark;
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7eaf1; --soft: #a6b0c3; --line: #3a4354; --paper: #151a23; --band: #1e2530; --accent: #7ab2f2;
    --on-time: #1d4a2c; --late: #5f470f; --missing: #ff8f87; --missing-band: #5c2320; --wait: #2b3340; --query: #40325f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); }
header, main { max-width: 1120px; margin: 0 auto; padding: 1rem; }
header { display: flex; gap: 1rem; justify-content: space-between; align-items: flex-start; border-bottom: 3px solid var(--accent); }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; color: var(--soft); }
p { margin: .25rem 0; }
.office { text-transform: uppercase; letter-spacing: .03em; font-size: .85rem; color: var(--soft); }
.note, .label { color: var(--soft); font-size: .875rem; }
button { font: inherit; padding: .3rem .7rem; color: var(--ink); background: var(--band); border: 1px solid var(--line); border-radius: .4rem; cursor: pointer; }
button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button.copied::after { content: " ✓"; }
ul, ol { padding: 0; margin: 0; list-style: none; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: .75rem; }
.tiles li { display: flex; flex-direction: column; padding: .75rem; background: var(--band); border-radius: .5rem; }
.tiles strong { font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; margin-top: auto; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .875rem; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 4px; }
.grid li { padding: .2rem .45rem; border-radius: .25rem; font-size: .8rem; line-height: 1.35; }
.mark { display: inline-block; min-width: 1.4em; text-align: center; border-radius: .25rem; }
.onTime, .extended, .nil { background: var(--on-time); }
.late { background: var(--late); }
.missing { background: var(--missing-band); }
.queried, .returned { background: var(--query); }
.awaited, .waived { background: var(--wait); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
th[scope=row], th[scope=col]:first-child { text-align: left; font-weight: 400; min-width: 11rem; }
thead th { color: var(--soft); font-weight: 600; font-size: .85rem; }
tfoot th, tfoot td { font-weight: 700 !important; border-bottom: 0; }
.rate { white-space: nowrap; }
meter { width: 5rem; }
summary { cursor: pointer; }
.leaves { padding: .25rem 0 .5rem 1rem; font-size: .85rem; }
.owing li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; justify-content: space-between; align-items: center; padding: .35rem 0; border-bottom: 1px solid var(--line); }
textarea { width: 100%; font: inherit; }
.chart { width: 100%; height: auto; max-height: 320px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
html.vi [lang=en], html.en span[lang=vi] { display: none; }
@media (min-width: 1600px) { :root { font-size: 20px; } header, main { max-width: 1500px; } }
@media print {
  @page { size: A4; margin: 15mm; }
  :root { --ink: #000; --paper: #fff; --band: #fff; --soft: #333; --line: #999; --accent: #000; font-size: 11px; }
  button { display: none; }
  section { break-inside: auto; }
  h2, h3 { break-after: avoid; }
  tr, .tiles li, .owing li { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;
