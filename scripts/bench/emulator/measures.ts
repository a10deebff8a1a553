import type { Measure } from '../measure';
import { creates } from './creates';
import { growth } from './growth';
import { memory } from './memory';
import { reads } from './reads';
import { start } from './start';

/** What `npm run bench -- emulator` measures, in this order: a file each, and a line here. Reset, snapshot and the month of the clock belong here too. */
export const measures: readonly Measure[] = [start, reads, creates, growth, memory];
