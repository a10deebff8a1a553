/** By this mark at its very beginning, spreadsheets know that a file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Spreadsheets take text that begins so for a formula, which can send what is beside it elsewhere.
 * Wide forms are taken for the narrow ones; spaces in front do not help.
 */
const beginsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** One line of a CSV file (RFC 4180). Text that a spreadsheet would run gets an apostrophe in front. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const harmless = beginsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
