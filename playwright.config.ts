import { defineConfig } from 'playwright/test';
import { findChromium } from './scripts/browser/find-chromium';
import { appUrl, testSettings } from './scripts/stack/settings';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each test signs up a person of its own, so they may run side by side.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // A whole journey on a machine that does much else: waiting for one thing ends sooner, see below.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: appUrl(testSettings),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium's own sandbox does not work as root, which one is in containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: 'node scripts/run.mjs e2e-stack',
    url: `${appUrl(testSettings)}/api/health`,
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
