/**
 * How many lines there are for jobs that run one after the other. Many more than jobs at a time, and
 * few enough that the queue, which goes over all lines each time that it hands out a job, is done
 * with that at once: with a line for each person or resource it would soon do nothing else.
 */
export const jobLines = 64;

/** Which of so many lines this text belongs to, always the same one: a number from 0. */
export function lineOf(text: string, lines: number): number {
  let sum = 0;
  // As in a hash table of Java's: ids that differ in a few places fall far apart.
  for (let place = 0; place < text.length; place += 1) {
    sum = (Math.imul(sum, 31) + text.charCodeAt(place)) | 0;
  }
  return Math.abs(sum) % lines;
}
