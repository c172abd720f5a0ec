import { kept } from '../fixtures/account';
import { persona } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';
import { LANGUAGES, Words } from '../fixtures/words';

const OWN_NAMES = { bg: 'Български', en: 'English', ru: 'Русский', kk: 'Қазақша' };
const who = persona('patient');

for (const chosen of LANGUAGES) {
  test(`${chosen} can be chosen, is announced and is remembered`, async ({ page, lang, w }) => {
    const words = new Words(chosen);
    await page.goto('/documents');
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText(w.text('documents.title'));
    const language = page.getByRole('combobox', { name: w.text('header.language') });
    await expect(language.getByRole('option')).toHaveText(Object.values(OWN_NAMES));
    if (chosen !== lang) {
      await language.selectOption(chosen);
      const announced = words.text('language.changed', { language: OWN_NAMES[chosen] });
      await expect(page.getByRole('status').filter({ hasText: announced })).toHaveCount(1);
    }
    await expect(title).toHaveText(words.text('documents.title'));
    await expect(page.locator('html')).toHaveAttribute('lang', chosen);
    await expect(page).toHaveTitle(words.text('app.page_title', { title: words.text('documents.title') }));

    // Whatever the page before still fetches ahead ends with it.
    await page.goto('about:blank');
    const files: string[] = [];
    page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await page.goto('/');
    await expect(title).toHaveText(words.text('home.greeting', { name: who.name }));
    await expect(page.locator('html')).toHaveAttribute('lang', chosen);
    const texts = files.filter((path) => path.startsWith('/locales/'));
    // All files of texts have one hash, so that no page mixes the words of two releases.
    expect(texts[0]).toMatch(new RegExp(`^/locales/${chosen}/shell\\.[0-9a-f]{12}\\.json$`));
    expect(new Set(texts.map((path) => path.split('.')[1])).size).toBe(1);
    expect(texts.filter((path) => !path.startsWith(`/locales/${chosen}/`))).toEqual([]);
    expect(texts).toHaveLength(new Set(texts).size);
  });
}

test('a language whose texts do not come changes nothing, and says so', async ({ page, mock, trouble, w }) => {
  // What is fetched ahead just then may be on the connection that breaks.
  trouble.allow(/^net::\S+ \/(locales\/ru\/|.*\.(wasm|bin)$)/, /Failed to fetch/);
  await page.goto('/documents');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(w.text('documents.title'));
  await mock.fail({ route: '/locales/ru/*', kind: 'drop' });
  const language = page.getByRole('combobox', { name: w.text('header.language') });
  await language.selectOption('ru');
  await expect(page.getByRole('status').filter({ hasText: w.text('language.failed') })).toHaveCount(1);
  await expect(title).toHaveText(w.text('documents.title'));
  await expect(language).toHaveValue(w.lang);
  await mock.mend();
  await language.selectOption('ru');
  await expect(title).toHaveText(new Words('ru').text('documents.title'));
});

test('a language chosen in the header is kept in the account, also while the account is open', async ({ page, lang, w }) => {
  const [first, second] = LANGUAGES.filter((language) => language !== lang);
  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(first);
  await expect.poll(async () => (await kept(page.request)).language).toBe(first);
  // The words come by another request than the one that keeps the language.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new Words(first).text('documents.title'));

  await page.goto('/account');
  const words = new Words(first);
  await expect(page.getByText(words.text('account:language.kept'))).toBeVisible();
  await page.getByRole('combobox', { name: words.text('header.language') }).selectOption(second);
  await expect(page.getByText(new Words(second).text('account:language.kept'))).toBeVisible();
  expect((await kept(page.request)).language).toBe(second);
});

test('a page whose words come while another language is on its way has the words of that language', async ({ page, lang, mock, w }) => {
  const chosen = lang === 'ru' ? 'kk' : 'ru';
  const words = new Words(chosen);
  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  await mock.fail({ route: `/locales/${chosen}/*`, kind: 'hold' });
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(chosen);
  await expect.poll(() => mock.waiting()).toBe(1);
  await page.getByRole('link', { name: w.text('services.title'), exact: true }).click();
  await expect(page.getByText(w.text('services:lead'))).toBeVisible();
  await mock.mend();
  await expect(page.getByText(words.text('services:lead'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.text('services.title'));
});

test('a language that the account does not take is chosen all the same, and the account says which it has', async ({ page, lang, mock, trouble, w }) => {
  trouble.allow(/^500 \/api\/v1\/account$/);
  const chosen = lang === 'ru' ? 'kk' : 'ru';
  const words = new Words(chosen);
  await mock.fail({ route: 'change_account', kind: 'status', code: 'internal' });
  await page.goto('/documents');
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(chosen);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.text('documents.title'));
  await expect.poll(() => mock.count('change_account')).toBe(1);
  await page.goto('/account');
  await expect(page.getByRole('button', { name: words.pattern('account:language.keep') })).toBeVisible();
  expect((await kept(page.request)).language).not.toBe(chosen);
});

test('without anybody signed in, the account is not asked', async ({ context, page, mock, trouble, w }) => {
  trouble.allowSignedOut();
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption('kk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new Words('kk').text('sign_in.title'));
  expect((await mock.count('get_account')) + (await mock.count('change_account'))).toBe(0);
});

test('a change of language keeps what was typed and where one is', async ({ page, w }) => {
  await page.goto('/documents?kind=medicine_protocol');
  await page.getByRole('searchbox').fill('инсулин');
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption('kk');
  const kk = new Words('kk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kk.text('documents.title'));
  await expect(page.getByRole('searchbox')).toHaveValue('инсулин');
  await expect(page).toHaveURL('/documents?kind=medicine_protocol');
  await expect(page.getByRole('status').filter({ hasText: kk.text('documents.count', { n: 1 }) })).toBeVisible();
});

test.describe('a browser of another language', () => {
  test.use({ locale: 'fr-FR' });

  test('gets Bulgarian', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'bg');
    const greeting = new Words('bg').text('home.greeting', { name: who.name });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(greeting);
  });
});
