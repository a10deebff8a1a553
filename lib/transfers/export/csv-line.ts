/** By this mark at its very beginning, spreadsheets know that a file is UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * Spreadsheets take text that begins so for a formula, which can send what is beside it elsewhere.
 * Wide forms are taken for the narrow ones; quotes and spaces in front do not help.
 */
const beginsFormula = /^["\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * Where a formula would begin for a spreadsheet that takes another character than the comma to part
 * cells. Quotes don't help there: they are in the middle of what it takes for a cell.
 */
const formulaWithin = /([,;|\t\r\n]["\s]*)(?=[=+\-@＝＋－＠])/gu;

/** What is no text: nothing, and amounts, which spreadsheets add up. */
const emptyOrNumber = /^\d*(?:\.\d+)?$/;

/** One line of a CSV file (RFC 4180). Whatever a spreadsheet would run gets an apostrophe in front. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  if (emptyOrNumber.test(text)) return text;
  const harmless = text.replaceAll(formulaWithin, "$1'");
  const quoted = harmless.replaceAll('"', '""');
  return beginsFormula.test(text) ? `"'${quoted}"` : `"${quoted}"`;
}
