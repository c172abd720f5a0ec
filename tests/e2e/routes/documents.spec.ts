import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { expectNoSidewaysScroll, setTextSize } from '../fixtures/layout';
import { PERSONAS } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';

for (const who of PERSONAS.filter(({ documents }) => documents.length > 0)) {
  for (const id of who.documents) {
    test.describe(() => {
      test.use({ persona: who.key, lang: 'kk', viewport: { width: 320, height: 640 } });

      test(`the page of ${id} is whole, accessible and narrow`, async ({ page, w }) => {
        const answer = await page.request.get(`/api/v1/documents/${id}`);
        const { subject, number, events } = (await answer.json()) as { subject: string; number: string; events: object[] };
        await page.goto(`/documents/${id}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject);
        await expect(page.getByText(number, { exact: true })).toBeVisible();
        const history = page.getByRole('region', { name: w.text('history.title') });
        await expect(history.getByRole('article')).toHaveCount(events.length);
        await expectAccessibleInEveryTheme(page, id);
        await setTextSize(page, 'larger');
        await expectNoSidewaysScroll(page, id);
      });
    });
  }
}
