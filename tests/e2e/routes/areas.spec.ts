import type { Page } from '@playwright/test';

import AREAS from '../../../src/portal/areas.json';
import { forward, takeClock } from '../fixtures/clock';
import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { persona } from '../fixtures/personas';
import { PLANNED, type Planned, viewer } from '../fixtures/plans';
import { SPLIT } from '../fixtures/server';
import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

const who = persona('patient');

/** Areas that come when they are opened, by route: of calculators one of each family does for all. */
const OPENED: Record<string, keyof typeof AREAS> = {
  account: 'account',
  rights: 'rights',
  family: 'family',
  family_invite: 'invite',
  family_code: 'code',
  grant: 'grant',
  access_log: 'access_log',
  genuine: 'genuine',
  privacy: 'about',
  accessibility: 'about',
  document: 'document',
  pharmacy: 'pharmacy',
  services: 'services',
  doctor: 'doctor',
  check_ups: 'check_ups',
  commission: 'commission',
  calculators: 'calculators',
  calculator_exemption: 'calculator',
  calculator_visit: 'fees',
  calculator_contribution: 'insurance',
  'calculator_sick-leave': 'leave',
  insured: 'insured',
  calculator_euro: 'dates',
  calculator_child: 'practice',
  messages: 'messages',
  notification_settings: 'notifications',
  notification_contacts: 'notification_contacts',
  templates: 'templates',
  sign_in: 'sign_in',
};

const lazy = PLANNED.filter(({ name }) => name in OPENED);

/** Areas of which several pages have code of their own: that of the one in the list above. */
const CODE: Partial<Record<keyof typeof AREAS, string>> = { notifications: 'notification_settings' };

/** What an area fetches when it is opened: its texts, its style sheet, and where the build is split, its code. */
function filesOf(area: keyof typeof AREAS): { what: string; route: string }[] {
  const { texts, style }: { texts: string[]; style?: string } = AREAS[area];
  const files = texts.slice(-1).map((own) => ({ what: 'texts', route: `/locales/*/${own}*` }));
  if (style) files.push({ what: 'style sheet', route: `/style/areas/${style}*.css` });
  if (SPLIT) files.push({ what: 'code', route: `/split_${CODE[area] ?? area}*.wasm` });
  return files;
}

/** Pages behind others, to which one goes by an address. */
const SENT = [
  'calculators', 'check_ups', 'commission', 'doctor', 'insured', 'rights', 'sign_in', 'grant', 'pharmacy', 'access_log', 'messages', 'notification_settings', 'notification_contacts', 'templates',
];

/** Goes there from the list, by the link that people use; what is behind a document, calculators, family or account by a link that somebody was sent. */
async function open(page: Page, route: Planned, w: Words): Promise<void> {
  if (route.name === 'sign_in') {
    // No page is left that would still ask for something as the one who was signed in.
    await page.goto('about:blank');
    await page.context().clearCookies();
  }
  if (/^(calculator|family)_/.test(route.name) || SENT.includes(route.name)) {
    await page.goto(route.path(viewer(route, who.key)));
    return;
  }
  // Only rows in view are in the page.
  if (route.name === 'document') await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const link = {
    account: page.getByRole('link', { name: w.text('places.account'), exact: true }),
    family: page.getByRole('link', { name: w.text('family.title'), exact: true }),
    document: page.getByRole('list', { name: w.text('documents.list') }).locator(`a[href="${route.path(who)}"]`),
  }[route.name];
  await (link ?? page.getByRole('link', { name: w.text(`${route.name}.title`), exact: true })).first().click();
}

/** How a page is called while its own words are not there: a calculator as all of them, the pharmacy's view as its document, what
 * belongs to the family as that. */
function passingTitle(route: Planned, w: Words): string {
  if (route.name === 'pharmacy') return w.text('document.title');
  if (route.name.startsWith('notification_')) return w.text('told.title');
  if (['check_ups', 'commission', 'doctor'].includes(route.name)) return w.text('services.title');
  const family = route.name.startsWith('family_') || ['grant', 'access_log'].includes(route.name);
  return w.text(family ? 'family.title' : route.name.startsWith('calculator_') ? 'calculators.title' : `${route.name}.title`);
}

/** How a file can be missing. One component fetches for all areas, so one of them meets all of it, and the others the first. */
function missing(route: Planned): ('drop' | 'status' | 'garbage')[] {
  return route.name === 'account' ? ['drop', 'status', 'garbage'] : ['drop'];
}

for (const route of lazy) {
  const viewing = viewer(route, who.key);
  for (const { what, route: path } of filesOf(OPENED[route.name])) {
    for (const kind of missing(route)) {
      test.describe(() => {
        test.use({ persona: viewing.key });

        test(`${route.name} without the ${what} of its area (${kind})`, async ({ page, mock, trouble, w }) => {
          trouble.allow(/^(net::\S+|503) \/(locales\/|style\/areas\/|.*\.wasm)/, /WebAssembly|Failed to fetch|Refused to apply style/);
          if (route.name === 'sign_in') trouble.allowSignedOut();
          await mock.fail({ route: path, kind, ...(kind === 'status' ? { code: 'unavailable' } : {}) });
          await page.goto('/documents');
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
          await open(page, route, w);
          await expect(page).toHaveURL(route.path(viewing));
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(passingTitle(route, w));
          const alert = page.getByRole('alert');
          const retry = alert.getByRole('button', { name: w.text('retry') });
          await expect(retry).toBeVisible();
          await expectAccessibleInEveryTheme(page, `${route.name} without ${what}`);
          await retry.click();
          await expect(retry).toBeVisible();
          await mock.mend();
          await retry.click();
          await route.shows(page, w, viewing);
          await expect(alert).toHaveCount(0);
        });
      });
    }
  }
}

/** Sections whose code comes after that of their page: where, what is there with it, and for whom. */
const SECTIONS: Record<string, { path: string; shows: string; persona?: string }> = {
  files: { path: '/documents/patient-asthma', shows: 'document:files.sent' },
  reports: { path: '/documents/patient-asthma', shows: 'document:report.title' },
  corrections: { path: '/account/data', shows: 'rights:correct.title' },
  closing: { path: '/account/data', shows: 'rights:closing.title' },
  contacts: { path: '/account', shows: 'account:contacts.title' },
  preview: { path: '/staff/templates/protocol.approved/sms/bg', shows: 'templates:preview_title', persona: 'editor' },
  trial: { path: '/staff/templates/protocol.approved/sms/bg', shows: 'templates:trial_title', persona: 'editor' },
};

if (SPLIT) {
  for (const [area, { path, shows, persona: viewing = who.key }] of Object.entries(SECTIONS)) {
    test.describe(() => {
      test.use({ persona: viewing });

      test(`a page is there without the code of its section ${area}, and a retry brings it`, async ({ page, mock, trouble, w }) => {
        trouble.allow(/^net::\S+ \/.*\.wasm/, /Failed to fetch|WebAssembly/);
        await mock.fail({ route: `/split_${area}*.wasm`, kind: 'drop' });
        await page.goto(path);
        const retry = page.getByRole('alert').getByRole('button', { name: w.text('retry') });
        await expect(retry).toBeVisible();
        const heading = page.getByRole('heading', { name: w.text(shows), exact: true });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessibleInEveryTheme(page, `${path} without ${area}`);
        await mock.mend();
        await retry.click();
        await expect(heading).toBeVisible();
        await expect(retry).toHaveCount(0);
      });
    });
  }

  test('the account is there without the code of its devices, and a retry brings them', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/.*\.wasm/, /Failed to fetch|WebAssembly/);
    await mock.fail({ route: '/split_devices*.wasm', kind: 'drop' });
    await page.goto('/account');
    const devices = page.getByRole('region', { name: w.text('account:devices.title') });
    const retry = devices.getByRole('button', { name: w.text('retry') });
    await expect(retry).toBeVisible();
    await expect(page.getByLabel(w.text('account:contacts.email'), { exact: true })).toHaveValue(who.contacts.email);
    await expectAccessibleInEveryTheme(page, 'the account without its devices');
    await mock.mend();
    await retry.click();
    await expect(devices.getByText(w.text('account:devices.this'), { exact: true })).toBeVisible();
  });

  test('a document is there without the code that sends files, and a retry brings it', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/.*\.wasm/, /Failed to fetch|WebAssembly/);
    await mock.fail({ route: '/split_files*.wasm', kind: 'drop' });
    await page.goto('/documents/patient-asthma');
    const files = page.getByRole('region', { name: w.text('document:files.title'), exact: true });
    const retry = files.getByRole('button', { name: w.text('retry') });
    await expect(retry).toBeVisible();
    await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'a document without the code that sends files');
    await mock.mend();
    await retry.click();
    await expect(files.getByLabel(w.text('document:files.choose'), { exact: true })).toBeVisible();
  });
}

/** Sections of a document that fetch more than code. */
const OF_DOCUMENT = [
  { area: 'deadlines', title: 'deadlines:title', document: 'patient-insulin' },
  { area: 'details', title: 'details:title', document: 'patient-cardiologist' },
  { area: 'hiding', title: 'hiding:title', document: 'patient-insulin' },
] as const;

for (const { area, title, document } of OF_DOCUMENT) {
  for (const { what, route } of filesOf(area)) {
    test(`a document is there without the ${what} of its ${area}, and a retry brings them`, async ({ page, mock, trouble, w }) => {
      trouble.allow(/^net::\S+ \/(locales\/|style\/areas\/|.*\.wasm)/, /Failed to fetch|WebAssembly/);
      await mock.fail({ route, kind: 'drop' });
      await page.goto(`/documents/${document}`);
      const alert = page.getByRole('alert');
      const retry = alert.getByRole('button', { name: w.text('retry') });
      await expect(retry).toBeVisible();
      await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
      await expectAccessibleInEveryTheme(page, `a document without the ${what} of its ${area}`);
      await mock.mend();
      await retry.click();
      await expect(page.getByRole('region', { name: w.text(title), exact: true })).toBeVisible();
      await expect(alert).toHaveCount(0);
    });
  }
}

test('only the area that is opened is fetched, and only once', async ({ page, w }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  const ofArea = () => asked.filter((path) => /(account|about)[^/]*\.(wasm|json|css)$/.test(path));
  expect(ofArea()).toEqual([]);
  for (const name of ['privacy', 'accessibility', 'privacy']) {
    await page.getByRole('link', { name: w.text(`${name}.title`), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text(`${name}.title`));
  }
  expect(ofArea()).toHaveLength(new Set(ofArea()).size);
  expect(ofArea().length).toBe(SPLIT ? 3 : 2);
});

// What goes on beside the pages is no area that one opens: it comes by itself, and when it cannot come, it comes later.
for (const { what, route } of filesOf('beside')) {
  test(`live changes begin later when their ${what} cannot be had at once`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/(locales\/|style\/areas\/|.*\.wasm)/, /Failed to fetch|WebAssembly/);
    await takeClock(page);
    await mock.fail({ route, kind: 'drop' });
    await page.goto('/documents');
    await expect(page.getByRole('list', { name: w.text('documents.list') }).getByRole('link').first()).toBeVisible();
    await expect.poll(() => trouble.all().length).toBeGreaterThan(0);
    const corner = page.getByRole('region', { name: w.text('beside:live.label') });
    await expect(corner).toHaveCount(0);
    await mock.mend();
    await forward(page, mock, 30_000);
    await expect(corner).toContainText(w.text('beside:live.live'));
  });
}

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
