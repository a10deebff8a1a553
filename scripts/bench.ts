import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measures as emulatorMeasures } from './bench/emulator/measures';
import { tableOf } from './bench/figures';
import type { Figure, Measure } from './bench/measure';
import { runMeasure } from './bench/run-measure';
import { measures as webhookMeasures } from './bench/webhooks/measures';

// `npm run bench -- emulator|webhooks [measure …] [--runs N]`: times it and prints a table. It never fails for
// being slow: machines differ, and whoever reads it judges.

const suites: Readonly<Record<string, readonly Measure[]>> = {
  emulator: emulatorMeasures,
  webhooks: webhookMeasures,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const [suiteName = '', ...names] = positionals;
const suite = suites[suiteName];
const runs = Number(values.runs);
const isKnown = names.every((name) => suite?.some((measure) => measure.name === name));
if (suite === undefined || !isKnown || !Number.isInteger(runs) || runs < 1) {
  for (const [name, measures] of Object.entries(suites)) {
    const known = measures.map((measure) => measure.name).join('|');
    console.error(`npm run bench -- ${name} [${known} …] [--runs N]`);
  }
  process.exit(1);
}

const figures: Figure[] = [];
for (const measure of suite) {
  if (names.length > 0 && !names.includes(measure.name)) continue;
  console.error(`Measuring ${measure.name} …`);
  figures.push(...(await runMeasure(measure, runs)));
}
const [processor] = cpus();
console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${processor?.model}, ${runs} runs each.\n`,
);
console.log(tableOf(figures));
