// Figures, made a table that people read.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';

/** The most that is allowed: times the plain page's work, and milliseconds until 95 of 100 are painted. */
export const BUDGETS = { ratio: 1.25, p95: 100 };
const NAMES = { key: 'a key in the search field', scroll: 'a scroll by 700 pixels' };
const START = '<!-- results, written by `cargo xtask bench` -->\n';
const END = '<!-- end of results -->';

/** The share `of` (0 to 1) of the values lies below it. */
export function quantile(values, of) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * of;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** Medians, p95 and ratios; what is over its budget. */
export function summary(figures) {
  const results = {};
  const over = [];
  const lines = [];
  for (const [what, name] of Object.entries(NAMES)) {
    const of = (target, measure) => figures[what][target].map((one) => one[measure]);
    const work = { portal: quantile(of('portal', 'work'), 0.5), plain: quantile(of('plain', 'work'), 0.5) };
    const paint = { portal: quantile(of('portal', 'paint'), 0.5), plain: quantile(of('plain', 'paint'), 0.5) };
    const p95 = { portal: quantile(of('portal', 'paint'), 0.95), plain: quantile(of('plain', 'paint'), 0.95) };
    const ratio = work.portal / work.plain;
    results[what] = { work, paint, p95, ratio, times: figures[what].portal.length };
    if (ratio > BUDGETS.ratio) over.push(`${name}: ${ratio.toFixed(2)} times the plain page's work`);
    if (p95.portal > BUDGETS.p95) over.push(`${name}: ${p95.portal.toFixed(0)} ms until painted (p95)`);
    const pair = ({ portal, plain }) => `${portal.toFixed(1)} / ${plain.toFixed(1)}`;
    lines.push(`| ${name} | ${pair(work)} | **${ratio.toFixed(2)}** | ${pair(paint)} | ${pair(p95)} |`);
  }
  const elements = ['portal', 'plain'].map((target) => quantile(figures.elements[target], 0.5));
  results.elements = { portal: elements[0], plain: elements[1] };
  const head =
    '| portal / plain page | work, ms | ratio | until painted, ms | p95, ms |\n|---|---:|---:|---:|---:|\n';
  const table = `${head}${lines.join('\n')}\n\nElements in the page: ${elements.join(' / ')}.`;
  return { table, results, over };
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
