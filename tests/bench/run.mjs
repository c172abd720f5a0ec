// The benchmark: `cargo xtask bench` starts it. The portal against the same list without any framework, interleaved, on a processor
// four times as slow; what counts are the ratios. The first argument says where the figures go, the second is the report in Markdown.
import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';

import { ALL, calculator, documents, openList, scroll, search, watch } from './acts.mjs';
import { BUDGETS, put, summary } from './report.mjs';
import { open } from './targets.mjs';

const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))('@playwright/test');
const ROUNDS = 5;
const SLOWER = 4;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/** One round with one target: opens it, and does everything once to warm up and once to measure. */
async function round(browser, { name, url }, figures) {
  const context = await browser.newContext({ locale: 'bg', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const answer = await context.request.post(`${url}/mock/session`, { data: { persona: 'many' } });
  if (!answer.ok()) throw new Error(`signing in failed: ${answer.status()}`);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const shown = await openList(page, url);
  await search(page, devtools);
  const { keys, found } = await search(page, devtools);
  figures.search[name].push(...keys);
  figures.scroll[name].push(...(await scroll(page, devtools)));
  // The plain page is the list and nothing else.
  if (name === 'portal') {
    figures.document[name].push(...(await documents(page, devtools)));
    figures.calculator[name].push(...(await calculator(page, devtools, url)));
  }
  await context.close();
  return `${shown} ${found}`;
}

const figures = Object.fromEntries(
  ['search', 'scroll', 'document', 'calculator'].map((what) => [what, { portal: [], plain: [] }]),
);
const { targets, stop } = await open();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
try {
  for (let number = 1; number <= ROUNDS; number += 1) {
    const seen = [];
    for (const target of targets) seen.push(await round(browser, target, figures));
    if (seen[0] !== seen[1]) throw new Error(`the two pages show other rows:\n${seen.join('\n')}`);
    console.log(`round ${number} of ${ROUNDS}`);
  }
} finally {
  await browser.close();
  await stop();
}
const { table, results, over } = summary(figures);
const [, , json, report] = process.argv;
await writeFile(json, `${JSON.stringify({ documents: ALL, slower: SLOWER, rounds: ROUNDS, results }, undefined, 2)}\n`);
await put(report, table, browser.version());
console.log(`\n${table}`);
for (const line of over) console.log(`over the budget: ${line}`);
if (over.length) console.log(`the budgets: ${JSON.stringify(BUDGETS)}`);
process.exitCode = over.length ? 1 : 0;
