import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { expectNoSidewaysScroll, setTextSize } from '../fixtures/layout';
import { PERSONAS } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';

interface Whole {
  subject: string;
  person: string;
  number: string;
  events: object[];
}

interface Person {
  id: string;
  name: string;
  relation: string;
}

for (const who of PERSONAS.filter(({ documents }) => documents.length > 0)) {
  for (const id of who.documents) {
    test.describe(() => {
      test.use({ persona: who.key, lang: 'kk', viewport: { width: 320, height: 640 } });

      test(`the page of ${id} is whole, accessible and narrow, as ${who.key}`, async ({ page, w }) => {
        const answer = await page.request.get(`/api/v1/documents/${id}`);
        const { subject, person, number, events } = (await answer.json()) as Whole;
        const { persons } = (await (await page.request.get('/api/v1/session')).json()) as { persons: Person[] };
        const whose = persons.find(({ id: own }) => own === person);
        await page.goto(`/documents/${id}`);
        const heading = page.getByRole('heading', { level: 1 });
        // Whoever listens hears at once that it is somebody else's.
        if (whose?.relation === 'self') await expect(heading).toHaveText(subject);
        else await expect(heading).toContainText(`${subject}, ${whose?.name}`);
        await expect(page.getByText(number, { exact: true })).toBeVisible();
        const history = page.getByRole('region', { name: w.text('document:history.title') });
        await expect(history.getByRole('article')).toHaveCount(events.length);
        await expectAccessibleInEveryTheme(page, id);
        await setTextSize(page, 'larger');
        await expectNoSidewaysScroll(page, id);
      });
    });
  }
}
