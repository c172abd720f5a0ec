import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { changeGrant, gone, somebodyElse } from '../fixtures/family';
import { expectLive } from '../fixtures/live';
import { persona } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';

const [STEFKA, GEORGI, BORIS] = ['mother', 'carer', 'teen'].map((key) => persona(key).name);
const MANDATE = 'g-stefka-georgi';
const PARENT = 'g-boris-georgi';
const WALKER = '/documents/stefka-walker';

/** From ten in the morning of the day on which every test begins. */
const UNTIL_MIDNIGHT = 14 * 3600;
const DAY = 24 * 3600;

test.describe('time', () => {
  test.use({ persona: null });

  test('ends access while a page is open: it says why, and what it showed is gone', async ({ browser, page, mock, signIn, trouble, w }) => {
    // Each part of the page may ask once more before it hears of the end.
    trouble.allow(/^403 \/api\/v1\/documents\/stefka-walker(\/(files|reports))?$/);
    await mock.advance(UNTIL_MIDNIGHT - 240);
    const mother = await somebodyElse(browser, mock, w, 'mother');
    await changeGrant(mother.request, MANDATE, { until: '2026-11-22' });
    await signIn('carer');
    await page.goto(WALKER);
    await expectLive(page, w);
    await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
    await mock.advance(300);
    await expect(gone(page, w, STEFKA)).toBeVisible();
    await expect(page.getByRole('main')).toContainText(w.text('document:gone.expired'));
    await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toHaveCount(0);
    const corner = page.getByRole('region', { name: w.text('beside:live.label') });
    await expect(corner).toContainText(w.text('beside:access.expired', { name: STEFKA }));
    await page.getByRole('link', { name: w.text('places.documents') }).first().click();
    await expect(page.getByRole('list', { name: w.text('documents.list') })).not.toContainText(STEFKA);
    await mother.context().close();
  });

  test('makes a child 16: both sides were told, and the young person decides', async ({ browser, page, mock, signIn, w }) => {
    await signIn('carer');
    await page.goto('/');
    await expect(page.getByText(w.text('home.access', { day: w.day('2026-12-01') }))).toBeVisible();
    await page.getByRole('link', { name: w.text('home.access_link') }).click();
    const when = w.text('standing:change.in_days', { n: 9, day: w.day('2026-12-01') });
    await expect(page.getByText(w.text('standing:change.narrows_held', { name: BORIS, when }))).toBeVisible();
    const told = await somebodyElse(browser, mock, w, 'teen');
    await told.goto('/');
    await told.getByRole('link', { name: w.text('home.access_link') }).click();
    await expect(told.getByText(w.text('standing:change.narrows_given', { name: GEORGI, when }))).toBeVisible();
    await expectAccessibleInEveryTheme(told, 'what is announced to a young person');
    await told.context().close();
    // In nine days the session is over, which is another journey.
    await page.goto('about:blank');
    await mock.advance(UNTIL_MIDNIGHT + 8 * DAY - 240);
    await signIn('carer');
    await page.goto(`/family/access/${PARENT}`);
    await expectLive(page, w);
    const young = await somebodyElse(browser, mock, w, 'teen');
    await young.goto(`/family/access/${PARENT}`);
    await expectLive(young, w);
    await expect(young.getByText(w.text('family:refusal.young_decisions', { age: 16 }))).toBeVisible();
    await mock.advance(300);
    const narrowed = w.text('standing:narrowed.held', { name: BORIS, may: w.text('family:may.you_look_receive') });
    await expect(page.getByText(narrowed)).toBeVisible();
    await expect(young.getByText(w.text('grant:young.now_no', { name: GEORGI }))).toBeVisible();
    await young.getByRole('button', { name: w.text('grant:young.agree') }).click();
    await expect(young.getByRole('button', { name: w.text('grant:young.take_back') })).toBeVisible();
    await expectAccessibleInEveryTheme(young, 'a young person who agreed');
    await expect(page.getByText(narrowed)).toHaveCount(0);
    await young.context().close();
  });
});

test.describe('time, years later', () => {
  test.use({ persona: null });

  test('makes somebody 18: both sides were told, and the access is over on an open page', async ({ browser, page, mock, signIn, trouble, w }) => {
    trouble.allow(/^403 \/api\/v1\/documents\/boris-sensors(\/(files|reports))?$/);
    await mock.until('2028-11-30T21:56:00Z');
    const young = await somebodyElse(browser, mock, w, 'teen');
    await young.goto('/family');
    const when = w.text('standing:change.in_days', { n: 1, day: w.day('2028-12-01') });
    await expect(young.getByText(w.text('standing:change.ends_by_age_given', { name: GEORGI, when }))).toBeVisible();
    await signIn('carer');
    await page.goto('/family');
    await expect(page.getByText(w.text('standing:change.ends_by_age_held', { name: BORIS, when }))).toBeVisible();
    await page.goto('/documents/boris-sensors');
    await expectLive(page, w);
    await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
    await mock.advance(300);
    await expect(page.getByRole('main')).toContainText(w.text('document:gone.ended_by_age'));
    await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toHaveCount(0);
    const corner = page.getByRole('region', { name: w.text('beside:live.label') });
    await expect(corner).toContainText(w.text('beside:access.ended_by_age', { name: BORIS }));
    await expectAccessibleInEveryTheme(page, 'a document of somebody who came of age');
    await young.goto(`/family/access/${PARENT}`);
    await expect(young.getByText(w.text('standing:state.ended_by_age'))).toBeVisible();
    await young.context().close();
  });

  test('makes a child 14: an account of one’s own is announced to the parent', async ({ page, mock, signIn, w }) => {
    await mock.until('2028-03-29T08:00:00Z');
    await signIn('carer');
    await page.goto('/family');
    const when = w.text('standing:change.in_days', { n: 7, day: w.day('2028-04-05') });
    await expect(page.getByText(w.text('standing:change.own_sign_in_held', { name: 'Ани Образцова', when }))).toBeVisible();
  });
});
