import { expect, test } from '../fixtures/test';

// What watches over every test has to see what it is there for.

test('nothing that goes wrong in a page stays unseen', async ({ page, trouble, w }) => {
  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  expect(trouble.unexpected()).toEqual([]);
  trouble.allow(/./);
  const seen = (pattern: RegExp) =>
    expect.poll(() => trouble.all().some((text) => pattern.test(text)), { message: String(pattern) }).toBe(true);

  await page.evaluate(() => console.error('broken'));
  await seen(/^error: broken$/);
  await page.evaluate(() => console.warn('odd'));
  await seen(/^warning: odd$/);
  await page.evaluate(() => void setTimeout(() => { throw new Error('thrown'); }));
  await seen(/^uncaught: thrown$/);
  await page.evaluate(() => void fetch('/api/v1/documents/no-such-document'));
  await seen(/^403 \/api\/v1\/documents\/no-such-document$/);
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await seen(/^error: .*inline style.*Content Security Policy/);
  await page.evaluate(() => void fetch('https://example.org/').catch(() => undefined));
  await seen(/^error: .*example\.org.*Content Security Policy/);
});

test('a request to somebody else is seen even where it is let through', async ({ page, trouble }) => {
  await page.goto('about:blank');
  trouble.allow(/./);
  await page.route('https://example.org/', (route) => route.fulfill({ body: '' }));
  await page.evaluate(() => void fetch('https://example.org/', { mode: 'no-cors' }));
  await expect.poll(() => trouble.all()).toContain('third party: https://example.org/');
});
