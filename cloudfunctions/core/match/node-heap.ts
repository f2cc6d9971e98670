/** A queue of nodes by distance, the nearest first; a node may stand in it more than once. */
export class NodeHeap {
  private keys: Float64Array;
  private nodes: Int32Array;
  size = 0;

  constructor(room: number) {
    this.keys = new Float64Array(room);
    this.nodes = new Int32Array(room);
  }

  clear(): void {
    this.size = 0;
  }

  /** The smallest distance; there must be one. */
  nearest(): number {
    return this.keys[0]!;
  }

  push(key: number, node: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, nodes } = this;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      nodes[at] = nodes[up]!;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Takes the nearest node out. */
  pop(): number {
    const { keys, nodes } = this;
    const top = nodes[0]!;
    const size = --this.size;
    const key = keys[size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      nodes[at] = nodes[child]!;
      at = child;
    }
    keys[at] = key;
    nodes[at] = nodes[size]!;
    return top;
  }

  private grow(): void {
    const [keys, nodes] = [this.keys, this.nodes];
    this.keys = new Float64Array(2 * keys.length);
    this.nodes = new Int32Array(2 * nodes.length);
    this.keys.set(keys);
    this.nodes.set(nodes);
  }
}
