import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { persona, PERSONAS } from '../fixtures/personas';
import { allowTimeFor, PLANNED, type Planned } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';

const PHONE = { width: 320, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

/** Who looks at which pages, and on what. */
interface Visit {
  /** `null` for nobody in particular. */
  who: string | null;
  viewport: typeof PHONE;
  what: string;
  routes: Planned[];
}

const signedIn = PLANNED.filter(({ signedOutOnly, sameForAll }) => !signedOutOnly && !sameForAll);
const signedOut = PLANNED.filter((route) => !route.signedIn && !route.sameForAll);
const sameForAll = PLANNED.filter((route) => route.sameForAll);

const VISITS: Visit[] = [
  ...PERSONAS.map(({ key }) => ({ who: key, viewport: key === 'carer' ? DESKTOP : PHONE, what: 'page', routes: signedIn })),
  { who: null, viewport: PHONE, what: 'page', routes: signedOut },
  { who: null, viewport: DESKTOP, what: 'page', routes: signedOut },
  // Narrow and wide once each, signed in and signed out once each.
  { who: 'patient', viewport: PHONE, what: 'page that is the same for all', routes: sameForAll },
  { who: null, viewport: DESKTOP, what: 'page that is the same for all', routes: sameForAll },
];

// One browser context for all pages of a person: making one takes longer than opening a page in it.

for (const { who, viewport, what, routes } of VISITS) {
  const as = who === null ? 'signed out' : `as ${who}`;

  test.describe(() => {
    test.use({ persona: who, viewport });

    test(`every ${what} is accessible in every theme at ${viewport.width} px, ${as}`, async ({ page, trouble, w }) => {
      if (who === null) trouble.allowSignedOut();
      // What is not theirs, or is not there.
      trouble.allow(/^403 \/api\/v1\/(documents\/patient-asthma|notifications\/messages\/m-none|templates.*)$/);
      allowTimeFor(routes);
      const known = persona(who ?? 'patient');
      for (const route of routes) {
        await test.step(route.name, async () => {
          await page.goto(route.path(known));
          await route.shows(page, w, known);
          await expectAccessibleInEveryTheme(page, `${route.name}, ${as}`);
        });
      }
    });
  });
}

test('every page is looked at by somebody, and what is the same for all at both widths', () => {
  const names = (visits: Visit[]) => [...new Set(visits.flatMap(({ routes }) => routes.map(({ name }) => name)))].sort();
  expect(names(VISITS)).toEqual(PLANNED.map(({ name }) => name).sort());
  for (const width of [PHONE.width, DESKTOP.width]) {
    const seen = names(VISITS.filter(({ viewport }) => viewport.width === width));
    expect(seen).toEqual(expect.arrayContaining(sameForAll.map(({ name }) => name)));
  }
});
