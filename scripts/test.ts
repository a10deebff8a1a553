import { generatePrismaClient } from './stack/prisma-client';
import { checks } from './test/checks';
import { runBrowserTests, runUnitTests, runWholeRuns } from './test/runners';
import { printSummary, type Tally } from './test/tally';

// `npm test`: everything, in the order in which one wants to hear of a mistake. All of it runs even
// after a failure, so that one run tells all.
await generatePrismaClient();

const tallies: Tally[] = [];
for (const check of checks) tallies.push(await check.run());
tallies.push(await runUnitTests());
tallies.push(await runWholeRuns());
tallies.push(await runBrowserTests());

process.exitCode = printSummary(tallies) ? 0 : 1;
