import { arrive, tab, tabTo, walk } from '../fixtures/keyboard';
import { PLANNED, viewer } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';

for (const [place, viewport] of [{ width: 320, height: 640 }, { width: 1280, height: 800 }].entries()) {
  // Of pages that are built alike every second one is walked through at this width, the others at the other.
  const routes = PLANNED.filter(({ sameForAll }, index) => !sameForAll || index % 2 === place);
  for (const route of routes) {
    const who = viewer(route, 'patient');
    test.describe(() => {
      test.use({ viewport, persona: route.signedOutOnly ? null : who.key });

      test(`${route.name} at ${viewport.width} px can be walked through and left`, async ({ page, trouble, w }) => {
        if (route.signedOutOnly) trouble.allowSignedOut();
        await page.goto(route.path(who));
        await route.shows(page, w, who);

        const steps = await walk(page);
        const links = await page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button')).count();
        expect(steps.length).toBeGreaterThan(links);

        // Out of the page, and from its top again.
        const first = await tab(page);
        expect(first?.name).toBe(w.text('skip'));
        await page.keyboard.press('Enter');
        await expect(page.getByRole('main')).toBeFocused();
        const inside = await tab(page);
        expect(inside).not.toBeNull();
      });
    });
  }
}

for (const route of PLANNED) {
  const { way } = route;
  if (!way) continue;
  const who = viewer(route, 'patient');

  test.describe(() => {
    test.use({ persona: who.key });

    test(`${route.name} is reached with the keyboard alone`, async ({ page, w }) => {
      await page.goto('/');
      const title = page.getByRole('heading', { level: 1 });
      await expect(title).toHaveText(w.text('home.greeting', { name: who.name }));
      for (const name of way(w)) {
        const before = (await title.textContent()) ?? '';
        await tabTo(page, name);
        await page.keyboard.press('Enter');
        await expect(title).not.toHaveText(before);
        await arrive(page);
      }
      await route.shows(page, w, who);
    });
  });
}

test('only what cannot be linked has no way to it', () => {
  const without = PLANNED.filter(({ way }) => !way).map(({ name }) => name);
  // Who is looked at here has no grant, and sees their own check-ups on the page of all; journeys/family.spec.ts and
  // journeys/check-ups.spec.ts go to those of others.
  expect(without).toEqual(['sign_in', 'check_up', 'grant', 'not_found']);
});
