/** Documents 1, 2, 3 … with one value each in the field `v`; undefined leaves the field out. */
export const valuesAt = (...values: readonly unknown[]): object[] => values.map((value, i) => (value === undefined ? { _id: i + 1 } : { _id: i + 1, v: value }));
