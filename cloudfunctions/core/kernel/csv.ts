/** Lets spreadsheets read a table as UTF-8; the first thing of a file. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet runs what begins like a formula: such words get an apostrophe before them (OWASP, CSV injection). */
const csvCell = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One row of a table with its line end. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
