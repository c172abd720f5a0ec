import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { persona, PERSONAS } from '../fixtures/personas';
import { PLANNED } from '../fixtures/plans';
import { test } from '../fixtures/test';

const PHONE = { width: 320, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

for (const route of PLANNED.filter(({ signedOutOnly }) => !signedOutOnly)) {
  for (const who of PERSONAS) {
    test.describe(() => {
      test.use({ persona: who.key });

      test(`${route.name} as ${who.key} is accessible in every theme`, async ({ page, trouble, w }) => {
        trouble.allow(/^403 \/api\/v1\/documents\/patient-asthma$/);
        await page.setViewportSize(who.key === 'carer' ? DESKTOP : PHONE);
        await page.goto(route.path(who));
        await route.shows(page, w, who);
        await expectAccessibleInEveryTheme(page, `${route.name} as ${who.key}`);
      });
    });
  }
}

test.describe('signed out', () => {
  test.use({ persona: null });

  for (const route of PLANNED.filter(({ signedIn }) => !signedIn)) {
    for (const viewport of [PHONE, DESKTOP]) {
      test(`${route.name} at ${viewport.width} px is accessible in every theme`, async ({ page, trouble, w }) => {
        trouble.allowSignedOut();
        await page.setViewportSize(viewport);
        await page.goto(route.path(persona('patient')));
        await route.shows(page, w, persona('patient'));
        await expectAccessibleInEveryTheme(page, route.name);
      });
    }
  }
});
