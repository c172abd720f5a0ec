import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const DAY = 24 * 60 * 60;

/** A text of the section. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`deadlines:${key}`, values);
}

/** A sentence about so many days and a day. */
function days(w: Words, key: string, n: number, day: string, name = 'day'): string {
  return says(w, key, { n, [name]: w.day(day) });
}

function section(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: says(w, 'title'), exact: true });
}

async function open(page: Page, w: Words, document: string): Promise<Locator> {
  await page.goto(`/documents/${document}`);
  await expect(section(page, w)).toBeVisible();
  return section(page, w);
}

/** The clock of whoever decides. */
function clock(page: Page, w: Words, who: 'fund' | 'telk' | 'practice'): Locator {
  return section(page, w).getByRole('region', { name: says(w, `clock.${who}`), exact: true });
}

/** One of the dates not to miss. */
function date(page: Page, w: Words, what: string): Locator {
  const title = page.getByRole('heading', { name: says(w, `own.${what}`), exact: true });
  return section(page, w).getByRole('listitem').filter({ has: title });
}

/** Unfolds how a date came about. */
async function how(card: Locator, w: Words): Promise<Locator> {
  await card.getByText(w.text('source:how'), { exact: true }).click();
  return card.getByRole('group');
}

function whom(w: Words, ask: string): string {
  return says(w, 'ask.whom', { whom: says(w, `ask.${ask}`) });
}

test.describe('the clock of whoever decides', () => {
  test('stands while documents are awaited, and says how much is left after that', async ({ page, w }) => {
    await open(page, w, 'patient-asthma');
    const fund = clock(page, w, 'fund');
    await expect(fund).toContainText(days(w, 'clock.paused', 13, '2026-11-18', 'since'));
    await expect(fund).toContainText(says(w, 'due.after', { term: says(w, 'due.calendar', { n: 17 }) }));
    const waits = fund.getByRole('listitem');
    await expect(waits.nth(0)).toHaveText(says(w, 'clock.wait', { from: w.day('2026-10-30'), to: w.day('2026-11-09') }));
    await expect(waits.nth(1)).toHaveText(says(w, 'clock.wait_open', { from: w.day('2026-11-18') }));
    const told = await how(fund, w);
    for (const text of [
      says(w, 'how.told'),
      says(w, 'how.term', { term: says(w, 'due.calendar', { n: 30 }) }),
      says(w, 'how.from', { from: w.day('2026-10-26') }),
      says(w, 'how.pauses'),
    ]) {
      await expect(told.getByText(text, { exact: true })).toBeVisible();
    }
    await expectAccessibleInEveryTheme(page, 'a clock that stands, unfolded');
  });

  test('was late: by a rule, with its source', async ({ page, w }) => {
    await open(page, w, 'patient-wheelchair');
    const fund = clock(page, w, 'fund');
    await expect(fund).toContainText(days(w, 'clock.stopped', 14, '2026-10-19', 'on'));
    await expect(fund).toContainText(days(w, 'due.late', 7, '2026-10-12'));
    const told = await how(fund, w);
    await expect(told).toContainText(says(w, 'how.rule'));
    await expect(told).toContainText(says(w, 'how.term', { term: says(w, 'due.calendar', { n: 7 }) }));
    await expect(told.getByRole('link')).toHaveAttribute('href', /^http:\/\/yambolpress\.bg\//);
    await expect(told).toContainText(w.text('source:not_since', { day: w.day('2022-07-01') }));
  });

  test('of a practice runs in working days, from the day it had everything', async ({ page, w }) => {
    await open(page, w, 'patient-certificate');
    const practice = clock(page, w, 'practice');
    await expect(practice).toContainText(w.pattern('deadlines:clock.running', { n: 6 }));
    await expect(practice).toContainText(days(w, 'due.left', 2, '2026-11-24'));
    const told = await how(practice, w);
    await expect(told).toContainText(says(w, 'how.term', { term: says(w, 'due.working', { n: 5 }) }));
    await expect(told).toContainText(says(w, 'how.from', { from: w.day('2026-11-17') }));
    await expect(told).toContainText(says(w, 'how.announced'));
    await expect(told).toContainText(w.text('source:scope.practice'));
  });

  test('no limit is invented: it is not known, and who can say stands beside that', async ({ page, w }) => {
    await open(page, w, 'patient-hearing');
    const fund = clock(page, w, 'fund');
    await expect(fund).toContainText(w.pattern('deadlines:clock.running', { n: 5 }));
    await expect(fund).toContainText(says(w, 'due.not_known'));
    await expect(fund).toContainText(whom(w, 'regional_fund'));
    await expect(fund.getByText(w.text('source:how'))).toHaveCount(0);
  });

  test('a document without any deadline says so', async ({ page, w }) => {
    const all = await open(page, w, 'patient-appendix');
    await expect(all).toContainText(says(w, 'none'));
    await expect(all.getByRole('button')).toHaveCount(0);
    await expect(all.getByRole('heading', { level: 3 })).toHaveCount(0);
  });

  test('what contradicts itself is counted as it is recorded, and called unclear', async ({ page, mock, w }) => {
    await open(page, w, 'patient-hearing');
    await expectLive(page, w);
    await expect(clock(page, w, 'fund')).not.toContainText(says(w, 'clock.unclear'));
    await mock.event('patient-hearing', { kind: 'protocol.docs_required', to: 'docs_required', record_only: true });
    await expect(clock(page, w, 'fund')).toContainText(says(w, 'clock.unclear'));
  });
});

test.describe('as somebody who cares for others', () => {
  test.use({ persona: 'carer' });

  test('a practice whose rules are not known promises nothing', async ({ page, w }) => {
    await open(page, w, 'ani-school');
    const practice = clock(page, w, 'practice');
    await expect(practice).toContainText(says(w, 'no_rule.other_practice'));
    // It is ready: nobody need ask any more.
    await expect(practice).not.toContainText(whom(w, 'practice'));
  });

  test('the commission on lasting incapacity has a clock too, and a decision that ends is renewed in time', async ({ page, w }) => {
    await open(page, w, 'stefka-telk');
    await expect(clock(page, w, 'telk')).toContainText(whom(w, 'telk'));
    await open(page, w, 'stefka-disability');
    await expect(date(page, w, 'valid')).toContainText(w.day('2027-03-01').replace(/\.$/, ''));
    const told = await how(date(page, w, 'again'), w);
    await expect(told).toContainText(says(w, 'how.back', { from: w.day('2027-03-01') }));
    await expect(told.getByRole('link')).toBeVisible();
  });

  test('the day on which the commission sits is there with its hour and place, and goes into the calendar', async ({ page, mock, signIn, w }) => {
    await open(page, w, 'stefka-telk');
    await expect(date(page, w, 'hearing')).toContainText(days(w, 'own.hearing_in', 17, '2026-12-09'));
    const details = page.getByRole('region', { name: w.text('details:title'), exact: true });
    await expect(details).toContainText(w.moment('2026-12-09T08:30:00Z', 'Europe/Sofia'));
    await expect(details).toContainText('кабинет 4');
    await expectAccessibleInEveryTheme(page, 'a protocol with a hearing');
    const downloading = page.waitForEvent('download');
    await section(page, w).getByRole('button', { name: says(w, 'calendar.add'), exact: true }).click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text).toContain('DTSTART;VALUE=DATE:20261209');
    expect(text).not.toContain('кабинет');
    for (const [ahead, said] of [
      [17, says(w, 'own.hearing_today', { day: w.day('2026-12-09') })],
      [1, days(w, 'own.hearing_over', 1, '2026-12-09')],
    ] as const) {
      await mock.advance(ahead * DAY);
      await signIn('carer');
      await open(page, w, 'stefka-telk');
      await expect(date(page, w, 'hearing')).toContainText(said);
    }
  });

  test('the last day, and the days after it', async ({ page, mock, signIn, w }) => {
    await open(page, w, 'ani-glasses');
    await expect(clock(page, w, 'fund')).toContainText(days(w, 'due.left', 1, '2026-11-23'));
    for (const [ahead, text] of [
      [1, says(w, 'due.today', { day: w.day('2026-11-23') })],
      [2, days(w, 'due.over', 2, '2026-11-23')],
    ] as const) {
      await mock.advance(ahead * DAY);
      await signIn('carer');
      await open(page, w, 'ani-glasses');
      await expect(clock(page, w, 'fund')).toContainText(text);
    }
    await expect(clock(page, w, 'fund')).toContainText(whom(w, 'regional_fund'));
  });
});

test.describe('elsewhere', () => {
  test.use({ persona: 'altai' });

  test('nobody is sent to a Bulgarian office', async ({ page, w }) => {
    const all = await open(page, w, 'altai-hearing');
    await expect(date(page, w, 'appeal')).toContainText(whom(w, 'own_fund'));
    await expect(all).not.toContainText(says(w, 'ask.regional_fund'));
  });
});

test.describe('one’s own dates', () => {
  test('each says until when, how far, and how it came about', async ({ page, w }) => {
    await open(page, w, 'patient-wheelchair');
    const use = date(page, w, 'use');
    await expect(use).toContainText(days(w, 'own.left', 23, '2026-12-15'));
    const told = await how(use, w);
    await expect(told).toContainText(says(w, 'how.law'));
    await expect(told).toContainText(says(w, 'how.from', { from: w.day('2026-06-15') }));
    await expect(told.getByRole('link')).toHaveAttribute('href', 'https://www.nhif.bg/bg/online/answers/43338');
    await expect(date(page, w, 'valid')).toContainText(days(w, 'own.left', 147, '2027-04-18'));
    await expect(section(page, w)).not.toContainText(w.pattern('deadlines:own.differs'));
  });

  test('a date that nobody states is not guessed, and one that a rule makes says so', async ({ page, w }) => {
    await open(page, w, 'patient-orthosis');
    await expect(date(page, w, 'valid')).toContainText(says(w, 'own.not_known'));
    await expect(date(page, w, 'valid')).toContainText(whom(w, 'doctor'));
    const told = await how(date(page, w, 'use'), w);
    await expect(date(page, w, 'use')).toContainText(w.day('2027-04-26').replace(/\.$/, ''));
    await expect(told).toContainText(says(w, 'how.rule'));
  });

  test('where the document and the rule differ, both are said, as soon as the document changes', async ({ page, mock, w }) => {
    await open(page, w, 'patient-cardiologist');
    await expectLive(page, w);
    await expect(date(page, w, 'valid')).not.toContainText(w.pattern('deadlines:own.differs'));
    await mock.event('patient-cardiologist', { kind: 'document.extended', valid_to: '2026-12-31' });
    await expect(date(page, w, 'valid')).toContainText(days(w, 'own.left', 39, '2026-12-31'));
    await expect(date(page, w, 'valid')).toContainText(w.pattern('deadlines:own.differs'));
    await expectAccessibleInEveryTheme(page, 'a date that differs from the rule');
  });

  test('after a refusal: what can be done, how long, whom to ask', async ({ page, w }) => {
    await open(page, w, 'patient-arthritis');
    await expect(date(page, w, 'appeal')).toContainText(days(w, 'own.left', 19, '2026-12-11'));
    await expect(await how(date(page, w, 'appeal'), w)).toContainText(says(w, 'how.written'));
    const refusal = section(page, w).getByRole('region', { name: says(w, 'refusal.title'), exact: true });
    await expect(refusal).toContainText(says(w, 'refusal.show_conditions'));
    await expect(refusal).toContainText(whom(w, 'doctor'));
    await expect(refusal).toContainText(says(w, 'ask.contest', { whom: says(w, 'ask.regional_fund') }));
    await expectAccessibleInEveryTheme(page, 'the dates of a refusal');
  });
});

test.describe('how early', () => {
  test('the person chooses how early to be reminded: the visit for a new protocol is planned by it, and it is still known later', async ({ page, w }) => {
    await open(page, w, 'patient-insulin');
    const valid = date(page, w, 'valid');
    // It ends on Saturday 5 December: two weeks before is a Saturday before today, a week before is Saturday the 28th.
    await expect(valid).toContainText(says(w, 'plan.now'));
    const lead = section(page, w).getByRole('combobox', { name: says(w, 'calendar.lead'), exact: true });
    await expect(lead).toHaveValue('14');
    await lead.selectOption('7');
    await expect(valid).toContainText(says(w, 'plan.by', { n: 7, day: w.day('2026-11-27') }));
    await expectAccessibleInEveryTheme(page, 'by when to see a doctor');
    await page.reload();
    await expect(valid).toContainText(says(w, 'plan.by', { n: 7, day: w.day('2026-11-27') }));
    await expect(lead).toHaveValue('7');
    await lead.selectOption('14');
    expect(await page.evaluate(() => localStorage.getItem('yasno.lead'))).toBeNull();
  });
});

test.describe('into the calendar', () => {
  async function file(page: Page, press: () => Promise<void>): Promise<string> {
    const downloading = page.waitForEvent('download');
    await press();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('yasno.ics');
    return readFile(await download.path(), 'utf8');
  }

  function button(page: Page, w: Words): Locator {
    return section(page, w).getByRole('button', { name: says(w, 'calendar.add'), exact: true });
  }

  test('the dates ahead are saved with two reminders each, and nothing about health', async ({ page, w }) => {
    await open(page, w, 'patient-wheelchair');
    const text = (await file(page, () => button(page, w).click())).replaceAll('\r\n ', '');
    const lines = text.split('\r\n');
    const of = (name: string) => lines.filter((line) => line.startsWith(name));
    expect(of('DTSTART;VALUE=DATE:').sort()).toEqual(['DTSTART;VALUE=DATE:20261215', 'DTSTART;VALUE=DATE:20270418']);
    expect(of('TRIGGER:').sort()).toEqual(['TRIGGER:-P13DT15H', 'TRIGGER:-P13DT15H', 'TRIGGER:-PT15H', 'TRIGGER:-PT15H']);
    expect(new Set(of('SUMMARY:'))).toEqual(new Set([`SUMMARY:${says(w, 'calendar.summary')}`]));
    expect(of('URL:')[0]).toMatch(/\/documents\/patient-wheelchair$/);
    for (const told of ['количка', 'ЗП-2200-000731', 'Мария']) expect(text).not.toContain(told);
    await expect(page.getByRole('status').filter({ hasText: says(w, 'calendar.saved') })).toBeAttached();
  });

  test('with the keyboard alone', async ({ page, w }) => {
    await open(page, w, 'patient-insulin');
    await tabTo(page, new RegExp(`^${escape(w.text('source:how'))}$`));
    await page.keyboard.press('Enter');
    await expect(section(page, w).getByRole('group').first()).toContainText(says(w, 'how.stated'));
    await tabTo(page, new RegExp(`^${escape(says(w, 'calendar.add'))}$`));
    expect(await file(page, () => page.keyboard.press('Enter'))).toContain('DTSTART;VALUE=DATE:20261205');
    await expect(button(page, w)).toBeFocused();
  });

  test('where no date is ahead nothing is offered', async ({ page, w }) => {
    for (const document of ['patient-hearing', 'patient-thyroid']) {
      await open(page, w, document);
      await expect(clock(page, w, 'fund')).toBeVisible();
      await expect(button(page, w)).toHaveCount(0);
    }
  });

  test('a browser that saves nothing is told of, and pressing again saves', async ({ page, w }) => {
    await page.addInitScript(() => {
      const make = URL.createObjectURL.bind(URL);
      let times = 0;
      URL.createObjectURL = (thing: Blob) => {
        times += 1;
        if (times === 1) throw new Error('no room');
        return make(thing);
      };
    });
    await open(page, w, 'patient-insulin');
    await button(page, w).click();
    await expect(page.getByRole('alert')).toContainText(says(w, 'calendar.failed'));
    await expectAccessibleInEveryTheme(page, 'a file that was not saved');
    await file(page, () => button(page, w).click());
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('while its words are on their way the rest can be read', async ({ page, mock, w }) => {
  await mock.fail({ route: '/locales/*/deadlines*', kind: 'hold' });
  await page.goto('/documents/patient-insulin');
  await expect.poll(() => mock.waiting()).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
  await expect(page.locator('.skeleton').first()).toBeAttached();
  await mock.mend();
  await expect(section(page, w)).toBeVisible();
});
