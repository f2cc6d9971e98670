/** Pure: the words of a line as people write it, parted by 、 , or spaces; each once. */
export function keywordsOf(line: string): readonly string[] {
  return [...new Set(line.split(/[、，,；;\s]+/).map((word) => word.trim()).filter((word) => word !== ''))];
}
