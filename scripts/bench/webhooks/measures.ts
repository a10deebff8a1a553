import type { Measure } from '../measure';
import { backlog } from './backlog';
import { doors } from './doors';
import { growth } from './growth';
import { pace } from './pace';
import { screen } from './screen';
import { streams } from './streams';

/** What `npm run bench -- webhooks` measures, in this order: a file each, and a line here. */
export const measures: readonly Measure[] = [doors, pace, growth, backlog, screen, streams];
