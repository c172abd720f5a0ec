import { expectAccessible } from '../fixtures/axe';
import { expect, test } from '../fixtures/test';

for (const path of ['/services/no-such', '/services/doctor/no-such', '/staff', '/staff/no-such']) {
  test(`there is nothing at ${path}, and it says so`, async ({ page, w }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('not_found.title'));
    await expectAccessible(page, path);
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(w.text('not_found.title'));
  });
}

test('what stands below the services belongs to them', async ({ page, w }) => {
  for (const path of ['/services', '/services/doctor', '/calculators', '/calculators/dates/euro', '/insured']) {
    await page.goto(path);
    const place = page.getByRole('navigation', { name: w.text('places.label') }).getByRole('link', { name: w.text('services.title'), exact: true });
    await expect(place).toHaveAttribute('aria-current', path === '/services' ? 'page' : 'true');
  }
});
