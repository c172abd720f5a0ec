// What somebody does with a list of ten thousand documents: types into the search field, and scrolls.

export const ALL = 10_000;
/** Typed key by key: part of a number, for a browser that is driven has no keys for Cyrillic letters. */
const TYPED = '2200-1000';
/** One notch of a wheel after another, in pixels. */
const NOTCHES = 30;
const NOTCH = 700;

const digits = (text) => Number(text.replaceAll(/\D/g, ''));

/** Opens the list and waits until it stands there. Returns the texts of the rows in the page, to compare. */
export async function openList(page, url) {
  await page.goto(`${url}/documents`);
  await page.waitForFunction((all) => document.querySelector('.row')?.ariaSetSize === String(all), ALL);
  return rows(page);
}

async function rows(page) {
  const texts = (all) => all.map((row) => [...row.querySelectorAll('span')].map((span) => span.textContent.trim()));
  return JSON.stringify((await page.locator('.row').evaluateAll(texts)).slice(0, 10));
}

/** Runs in the page: how long from a key or a scroll until what it led to is painted, in milliseconds. */
export function watch() {
  const painted = (from, resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - from);
    port2.postMessage(0);
  };
  const once = (from, done, resolve) =>
    requestAnimationFrame(() => (done() ? painted(from, resolve) : once(from, done, resolve)));
  window.bench = {
    typed: (value) =>
      new Promise((resolve) => {
        const field = document.querySelector('input[type=search]');
        const done = () => field.value === value;
        field.addEventListener('keydown', (event) => once(event.timeStamp, done, resolve), { once: true });
      }),
    scrolled: (by) =>
      new Promise((resolve) => {
        const from = performance.now();
        const inView = () => [...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
        const done = () => {
          const all = inView();
          return all.some((row) => row.top <= 0) && all.some((row) => row.bottom >= innerHeight);
        };
        scrollBy(0, by);
        once(from, done, resolve);
      }),
  };
}

/** The main thread's work so far, in milliseconds. */
async function work(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
}

/** Types the text; for every key how long until it is painted and how much work it was, and what was found in the end. */
export async function type(page, devtools) {
  const field = page.locator('input[type=search]');
  await field.click();
  const keys = [];
  for (let end = 1; end <= TYPED.length; end += 1) {
    // It has to listen before the key comes.
    await page.evaluate((value) => void (window.bench.waiting = window.bench.typed(value)), TYPED.slice(0, end));
    const before = await work(devtools);
    await page.keyboard.press(TYPED[end - 1]);
    const paint = await page.evaluate(() => window.bench.waiting);
    keys.push({ paint, work: (await work(devtools)) - before });
  }
  const found = digits(await page.locator('[role=status]').filter({ hasText: /\d/ }).first().innerText());
  const first = await rows(page);
  await field.fill('');
  await page.waitForFunction((all) => document.querySelector('.row')?.ariaSetSize === String(all), ALL);
  return { keys, found: `${found} ${first}` };
}

/** Scrolls down and back to the top; for every notch how long and how much work. */
export async function scroll(page, devtools) {
  const notches = [];
  await page.evaluate(() => scrollTo(0, 2000));
  for (let notch = 0; notch < NOTCHES; notch += 1) {
    const before = await work(devtools);
    const paint = await page.evaluate((by) => window.bench.scrolled(by), NOTCH);
    notches.push({ paint, work: (await work(devtools)) - before });
  }
  await page.evaluate(() => scrollTo(0, 0));
  return notches;
}
