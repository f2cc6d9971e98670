/**
 * Pure: how many there are of a list of which only the first page is known: "3 件", "20 件以上", or what an empty
 * list says. Undefined while nothing is known yet.
 */
export function countWords(count: number, isAll: boolean, unit: string, none: string): string {
  if (count === 0 && isAll) return none;
  return `${count} ${unit}${isAll ? '' : '以上'}`;
}
