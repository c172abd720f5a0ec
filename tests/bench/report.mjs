// Figures, made a table that people read.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';

/** The most that is allowed: times the plain page's work, and milliseconds until 95 of 100 are painted on a machine that can do it. */
export const BUDGETS = { ratio: { search: 1.25, scroll: 1.5 }, p95: 100, slow: 1.25 };
/** Shown without a budget: the server's answer is in it. */
const FREE = ['document'];
const NAMES = {
  search: 'a key in the search field',
  scroll: 'a scroll by 700 pixels',
  document: 'a document opened',
  calculator: 'a key in a calculator',
};
const START = '<!-- results, written by `cargo xtask bench` -->\n';
const END = '<!-- end of results -->';

/** The share `of` (0 to 1) of the values lies below it. */
export function quantile(values, of) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * of;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

function measured(acts) {
  const of = (what, share) => quantile(acts.map((act) => act[what]), share);
  return { work: of('work', 0.5), paint: of('paint', 0.5), p95: of('paint', 0.95), times: acts.length };
}

/** Medians, p95 and ratios; what is over its budget. */
export function summary(figures) {
  const results = {};
  const over = [];
  const lines = [];
  // What the plain page cannot do is held against the slowest that it can.
  const limit = Math.max(...Object.values(figures).map(({ plain }) => (plain.length ? measured(plain).p95 : 0)));
  for (const [what, name] of Object.entries(NAMES)) {
    const portal = measured(figures[what].portal);
    const plain = figures[what].plain.length ? measured(figures[what].plain) : null;
    const ratio = plain && portal.work / plain.work;
    const p95 = FREE.includes(what) ? Infinity : Math.max(BUDGETS.p95, BUDGETS.slow * (plain?.p95 ?? limit));
    results[what] = { portal, plain, ratio, p95 };
    if (ratio > BUDGETS.ratio[what]) over.push(`${name}: ${ratio.toFixed(2)} times the plain page's work`);
    if (portal.p95 > p95) over.push(`${name}: ${portal.p95.toFixed(0)} ms until painted (p95), of ${p95.toFixed(0)}`);
    const pair = (of) => (plain ? `${portal[of].toFixed(1)} / ${plain[of].toFixed(1)}` : portal[of].toFixed(1));
    lines.push(`| ${name} | ${pair('work')} | ${ratio === null ? '' : `**${ratio.toFixed(2)}**`} | ${pair('paint')} | ${pair('p95')} |`);
  }
  const head = '| portal / plain page | work, ms | ratio | until painted, ms | p95, ms |\n|---|---:|---:|---:|---:|\n';
  return { table: head + lines.join('\n'), results, over };
}

/** Puts the table between the marks of the report. */
export async function put(report, table, browser) {
  const text = await readFile(report, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${report} has lost the marks around its results`);
  const day = new Date().toISOString().slice(0, 10);
  const where = `${day}, Chromium ${browser}, ${cpus().length} processors.`;
  await writeFile(report, `${before}${START}\n${where}\n\n${table}\n\n${END}${after}`);
}
