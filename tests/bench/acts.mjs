// What somebody does in a list of ten thousand documents, and in the portal beside it: types into the search field, scrolls,
// opens a document, types into a calculator. Every act says how long it took until painted, and how much work it was.

export const ALL = 10_000;
/** Typed key by key: part of a number, for a browser that is driven has no keys for Cyrillic letters. */
const TYPED = '2200-1000';
/** Scrolled again and again, by so many pixels. */
const SCROLLS = 30;
const BY = 700;
/** How often a document is opened. */
const OPENED = 8;
const STAY = { first: '13.04.2025', last: '22.04.2025' };

const digits = (text) => Number(text.replaceAll(/\D/g, ''));

/** Opens the list and waits until it stands there. Returns the texts of the rows in the page, to compare. */
export async function openList(page, url) {
  await page.goto(`${url}/documents`);
  await complete(page);
  return rows(page);
}

async function complete(page) {
  await page.waitForFunction((all) => document.querySelector('.row')?.ariaSetSize === String(all), ALL);
}

async function rows(page) {
  const texts = (all) => all.map((row) => [...row.querySelectorAll('span')].map((span) => span.textContent.trim()));
  return JSON.stringify((await page.locator('.row').evaluateAll(texts)).slice(0, 10));
}

/** Runs in the page: how long from an event until what it led to is painted, in milliseconds. */
export function watch() {
  const painted = (from, resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - from);
    port2.postMessage(0);
  };
  const once = (from, done, resolve) =>
    requestAnimationFrame(() => (done() ? painted(from, resolve) : once(from, done, resolve)));
  const after = (event, done) => {
    window.bench.waiting = new Promise((resolve) => {
      addEventListener(event, ({ timeStamp }) => once(timeStamp, done, resolve), { once: true, capture: true });
    });
  };
  window.bench = {
    typed: (value) => after('keydown', () => document.activeElement.value === value),
    opened: () => {
      const before = document.querySelector('h1').textContent;
      after('click', () => document.querySelector('h1').textContent !== before && !document.querySelector('.skeleton'));
    },
    scrolled: (by) =>
      new Promise((resolve) => {
        const from = performance.now();
        const list = document.querySelector('.rows');
        const places = () => [...list.children].map((row) => Number(row.ariaPosInSet));
        const done = () => {
          const height = list.firstElementChild.offsetHeight;
          const { top } = list.getBoundingClientRect();
          const [first, last] = [Math.min(...places()), Math.max(...places())];
          return top + (first - 1) * height <= 0 && top + last * height >= innerHeight;
        };
        scrollBy(0, by);
        once(from, done, resolve);
      }),
  };
}

/** The work of the page so far, in milliseconds: scripts, styles and layout. What drives and measures the browser is not in it. */
async function work(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration');
}

async function typed(page, devtools, text) {
  const keys = [];
  const begun = await page.evaluate(() => document.activeElement.value);
  for (let end = 1; end <= text.length; end += 1) {
    // It has to listen before the key comes.
    await page.evaluate((value) => window.bench.typed(value), begun + text.slice(0, end));
    const before = await work(devtools);
    await page.keyboard.press(text[end - 1]);
    const paint = await page.evaluate(() => window.bench.waiting);
    keys.push({ paint, work: (await work(devtools)) - before });
  }
  return keys;
}

/** Searches; what was found in the end. */
export async function search(page, devtools) {
  const field = page.locator('input[type=search]');
  await field.click();
  const keys = await typed(page, devtools, TYPED);
  const found = digits(await page.locator('[role=status]').filter({ hasText: /\d/ }).first().innerText());
  const first = await rows(page);
  await field.fill('');
  await complete(page);
  return { keys, found: `${found} ${first}` };
}

/** Scrolls down, and goes back to the top. */
export async function scroll(page, devtools) {
  const all = [];
  await page.evaluate(() => scrollTo(0, 2000));
  for (let number = 0; number < SCROLLS; number += 1) {
    const before = await work(devtools);
    const paint = await page.evaluate((by) => window.bench.scrolled(by), BY);
    all.push({ paint, work: (await work(devtools)) - before });
  }
  await page.evaluate(() => scrollTo(0, 0));
  return all;
}

/** Opens documents from the list, one after the other, and goes back each time. The first is to warm up. */
export async function documents(page, devtools) {
  const all = [];
  for (let number = 0; number <= OPENED; number += 1) {
    await page.evaluate(() => window.bench.opened());
    const before = await work(devtools);
    await page.locator('.row__link').nth(number).press('Enter');
    const paint = await page.evaluate(() => window.bench.waiting);
    if (number) all.push({ paint, work: (await work(devtools)) - before });
    await page.goBack();
    await complete(page);
  }
  return all;
}

/** Types the last day of a hospital stay into its calculator, which then says what it costs. */
export async function calculator(page, devtools, url) {
  await page.goto(`${url}/calculators/fees/hospital`);
  const [first, last] = [page.getByRole('textbox').first(), page.getByRole('textbox').nth(1)];
  await first.fill(STAY.first);
  let keys;
  // Once to warm up, once to measure.
  for (let time = 0; time < 2; time += 1) {
    await last.fill('');
    await page.locator('.working__line').waitFor({ state: 'detached' });
    await last.click();
    keys = await typed(page, devtools, STAY.last);
    await page.locator('.working__line').first().waitFor();
  }
  return keys;
}
