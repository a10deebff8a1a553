import path from 'node:path';
import { isConforming, reportText } from '../conformance/report';
import { runSuite } from '../conformance/run';
import { startEmulatorTarget } from '../conformance/targets/emulator';
import { hasSandboxKeys, sandboxTarget } from '../conformance/targets/sandbox';
import type { Target } from '../conformance/targets/target';
import { readOwnFile } from './stack/environment';
import { root } from './stack/settings';

const sandboxHint =
  'Credentials of the sandbox are set. This run asks the emulator all the same, for the suite makes ' +
  'payments: set ASTRA_CONFORMANCE_TARGET=sandbox to ask the sandbox.';

// `npm run conformance`: every endpoint and documented error of Astra's API, against the emulator,
// or against Astra's sandbox with ASTRA_CONFORMANCE_TARGET=sandbox.
try {
  process.exitCode = (await runAgainst(await wantedTarget())) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function wantedTarget(): Promise<Target> {
  const environment = { ...(await readOwnFile()), ...process.env };
  const given = environment['ASTRA_CONFORMANCE_TARGET'];
  const name = given ?? 'emulator';
  // Keys are there for the app. That they may be spent on a suite that pays has to be said.
  if (given === undefined && hasSandboxKeys(environment)) console.error(sandboxHint);
  if (name === 'emulator') return startEmulatorTarget();
  if (name === 'sandbox') return sandboxTarget(environment);
  throw new Error('ASTRA_CONFORMANCE_TARGET must be emulator or sandbox.');
}

async function runAgainst(target: Target): Promise<boolean> {
  const stopEarly = () => void target.stop().finally(() => process.exit(1));
  process.once('SIGINT', stopEarly).once('SIGTERM', stopEarly);
  try {
    const { results, differences } = await runSuite(target, path.join(root, '.data/conformance'));
    console.log(reportText(target.name, results, differences));
    return isConforming(results, differences);
  } finally {
    await target.stop();
  }
}
