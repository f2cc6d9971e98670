/** Pure: at most so many characters, the last of them an ellipsis where something was cut. */
export function clipped(text: string, characters: number): string {
  const letters = [...text];
  return letters.length <= characters ? text : `${letters.slice(0, characters - 1).join('')}…`;
}
