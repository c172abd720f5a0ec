import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

import type { Options } from './fixtures/test';

// What the sandbox of a container forbids, and everything by which the browser itself would go online.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of the browser's own address bar: two more renderers for every context, and nobody sees them.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

// The shell is the same engine without the windows around it: the tests take a third less time.
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

const PHONE = { width: 320, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

// What goes on behind the page: the same at every width and in every language, and so one of the projects does for each.
const BEHIND = { phone: '**/journeys/{budget,calculators-private,session,sign-out}.spec.ts', desktop: '**/journeys/{many,polling}.spec.ts' };
// So is a server or a line that fails, in each of the ways in which it can.
const FAILING = /\((status|drop|cut|garbage|hold)\)|through everything that goes wrong/;
const JOURNEYS = '{journeys,bugs}/*.spec.ts';

export default defineConfig<Options>({
  testDir: '.',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.CHROMIUM ?? BROWSERS.find(existsSync), args: ARGUMENTS },
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'routes', testMatch: 'routes/*.spec.ts', use: { lang: 'bg', viewport: PHONE } },
    { name: 'phone-bg', testMatch: JOURNEYS, testIgnore: BEHIND.desktop, use: { lang: 'bg', viewport: PHONE } },
    {
      name: 'desktop-en',
      testMatch: JOURNEYS,
      testIgnore: BEHIND.phone,
      grepInvert: FAILING,
      use: { lang: 'en', viewport: DESKTOP },
    },
  ],
});
