/**
 * Counts database requests of one call in two parts: the command itself, from the caller's identity up to the reply, and
 * the delivery of its events, which `jobs` would otherwise do (DESIGN.md sections 3.4 and 4).
 */
export interface Meter {
  command: number;
  delivery: number;
  /** Calls of WeChat Pay, in whichever part: they are no database requests. */
  payment: number;
}

let phase: 'command' | 'delivery' = 'command';
let meter: Meter = { command: 0, delivery: 0, payment: 0 };

export const startMeter = (): void => {
  meter = { command: 0, delivery: 0, payment: 0 };
  phase = 'command';
};

export const countRequest = (): void => {
  meter[phase] += 1;
};

export const countPayment = (): void => {
  meter.payment += 1;
};

/** Counts what `work` asks of the database as delivery. */
export const asDelivery = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = phase;
  phase = 'delivery';
  try {
    return await work();
  } finally {
    phase = before;
  }
};

export const readMeter = (): Readonly<Meter> => ({ ...meter });
