import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';

const macApps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const linuxCommands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/**
 * A browser for the tests: the one named by CHROMIUM_PATH, an installed one, Playwright's own, or,
 * for root on Debian, one that is installed now.
 *
 * @throws Error with one sentence that says what to install.
 */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const found = [...installed(), chromium.executablePath()].find((place) => existsSync(place));
  if (found) return found;
  if (installOnDebian()) return findChromium();
  throw new Error(
    'The browser tests need Chromium: run `npx playwright install chromium`, or set CHROMIUM_PATH to a Chrome that you have.',
  );
}

function installed(): string[] {
  if (process.platform === 'darwin') return macApps;
  if (process.platform === 'win32') {
    return windowsFolders
      .map((name) => process.env[name])
      .filter((folder) => folder !== undefined)
      .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return linuxCommands.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Containers and CI machines are root on Debian, and may not reach Playwright's downloads. */
function installOnDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.error('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2], env });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 2, 2], env });
  return existsSync('/usr/bin/chromium');
}
