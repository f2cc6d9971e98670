/** Longer rows are sorted as a list: insertion would take the square of their length. */
const INSERTION_MAX = 64;

/** Puts the edges of a row into falling order of `key`. Most rows are short and almost in order, where insertion is the fastest way. */
export const sortRow = (rowStart: Int32Array, row: number, rowEdges: Int32Array, key: Float64Array): void => {
  const start = rowStart[row]!;
  const end = rowStart[row + 1]!;
  if (end - start > INSERTION_MAX) {
    rowEdges.subarray(start, end).sort((a, b) => key[b]! - key[a]! || a - b);
    return;
  }
  for (let at = start + 1; at < end; at += 1) {
    const edge = rowEdges[at]!;
    const value = key[edge]!;
    let to = at;
    while (to > start && key[rowEdges[to - 1]!]! < value) {
      rowEdges[to] = rowEdges[to - 1]!;
      to -= 1;
    }
    rowEdges[to] = edge;
  }
};
