import type { Measure } from '../measure';
import { creates } from './creates';
import { growth } from './growth';
import { memory } from './memory';
import { month } from './month';
import { reads } from './reads';
import { start } from './start';
import { worlds } from './worlds';

/** What `npm run bench -- emulator` measures, in this order: a file each, and a line here. */
export const measures: readonly Measure[] = [start, reads, creates, worlds, month, growth, memory];
