/** Works through `items` in their order, `slots` at a time: a slow one holds up its own slot only. Nothing new is begun once `isOver`. */
export const sideBySide = async <T>(items: readonly T[], slots: number, work: (item: T) => Promise<void>, isOver: () => boolean = () => false): Promise<void> => {
  const waiting = [...items];
  const slot = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: slots }, slot));
};
