import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { persona } from '../fixtures/personas';
import { PLANNED } from '../fixtures/plans';
import { SPLIT } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

const who = persona('patient');
const AREA = ['account', 'privacy', 'accessibility'];
const lazy = PLANNED.filter(({ name }) => AREA.includes(name));

// What an area fetches when it is opened: its texts, and where the build is split, its code.
const files = [{ what: 'texts', route: '/locales/*/account*' }];
if (SPLIT) files.push({ what: 'code', route: '/*account*.wasm' });

for (const route of lazy) {
  for (const { what, route: path } of files) {
    for (const kind of ['drop', 'status', 'garbage'] as const) {
      test(`${route.name}: the ${what} of its area do not come (${kind})`, async ({ page, mock, trouble, w }) => {
        trouble.allow(/^net::\S+ \/(locales|.*\.wasm)/, /^503 \/(locales|.*\.wasm)/, /WebAssembly|Failed to fetch/);
        await mock.fail({ route: path, kind, ...(kind === 'status' ? { code: 'unavailable' } : {}) });
        await page.goto('/documents');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
        const link = page.getByRole('link', { name: new RegExp(`^${w.text(`${route.name}.title`)}$`) }).first();
        await (route.name === 'account' ? page.getByRole('link', { name: w.text('places.account'), exact: true }) : link).click();
        await expect(page).toHaveURL(route.path(who));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text(`${route.name}.title`));
        const alert = page.getByRole('alert');
        const retry = alert.getByRole('button', { name: w.text('retry') });
        await expect(retry).toBeVisible();
        await expectAccessibleInEveryTheme(page, `${route.name} without ${what}`);
        await retry.click();
        await expect(retry).toBeVisible();
        await mock.mend();
        await retry.click();
        await route.shows(page, w, who);
        await expect(alert).toHaveCount(0);
      });
    }
  }
}

test('only the area that is opened is fetched, and only once', async ({ page, w }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  const ofArea = () => asked.filter((path) => /account[^/]*\.(wasm|json)$/.test(path));
  expect(ofArea()).toEqual([]);
  for (const name of ['privacy', 'accessibility', 'privacy']) {
    await page.getByRole('link', { name: w.text(`${name}.title`), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text(`${name}.title`));
  }
  expect(ofArea()).toHaveLength(new Set(ofArea()).size);
  expect(ofArea().length).toBe(SPLIT ? 2 : 1);
});

test('without the texts of the shell the page says in the chosen language that it did not load', async ({ page, mock, trouble }) => {
  trouble.allow(/^net::\S+ \/locales\//);
  await mock.fail({ route: '/locales/*', kind: 'drop' });
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Порталът не се зареди');
  await expect(alert.getByText('The portal did not load')).toBeHidden();
  await expectAccessibleInEveryTheme(page, 'the portal did not load');
  await mock.mend();
  await alert.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(who.name);
});

test('without the code of the app the page says so too', async ({ page, mock, trouble }) => {
  trouble.allow(/./);
  await mock.fail({ route: '/*.wasm', kind: 'drop' });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Порталът не се зареди');
  await mock.mend();
  await page.getByRole('alert').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(who.name);
});
