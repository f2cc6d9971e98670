/** What to decide: who has needs, who can take how many of them, and what each possible pair is worth. */
export interface AssignmentInstance {
  /** Units each demand asks for; 0 or more. */
  readonly demandUnits: ArrayLike<number>;
  /** Units each supply can take; 0 or more. */
  readonly supplyCapacity: ArrayLike<number>;
  /** The candidate pairs, as three lists side by side: demand, supply, worth of one unit (0 or more). */
  readonly edgeDemand: ArrayLike<number>;
  readonly edgeSupply: ArrayLike<number>;
  readonly edgeWeight: ArrayLike<number>;
  /** Units a pair can carry; one unless given. */
  readonly edgeCapacity?: ArrayLike<number>;
}

/** An instance that means nothing: says which number of which list, so that whoever made it finds it. */
export class BadInstanceError extends Error {
  constructor(
    readonly field: string,
    readonly index: number,
    reason: string,
  ) {
    super(`${field}[${index}] ${reason}`);
    this.name = 'BadInstanceError';
  }
}

const { isFinite, isSafeInteger } = Number;

const checkCounts = (field: string, values: ArrayLike<number>): void => {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (!isSafeInteger(value) || value < 0) throw new BadInstanceError(field, index, `is ${value}; a whole number from 0 is needed`);
  }
};

const checkIndexes = (field: string, values: ArrayLike<number>, count: number): void => {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (!isSafeInteger(value) || value < 0 || value >= count) throw new BadInstanceError(field, index, `is ${value}; there are ${count}`);
  }
};

const checkLength = (field: string, values: ArrayLike<number>, length: number): void => {
  if (values.length !== length) throw new BadInstanceError(field, Math.min(values.length, length), `stands alone: ${values.length} of ${length} edges have one`);
};

/** @throws BadInstanceError for NaN, a negative or endless number, an index of nobody, lists of different lengths */
export const checkInstance = (instance: AssignmentInstance): void => {
  const { demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeWeight, edgeCapacity } = instance;
  checkCounts('demandUnits', demandUnits);
  checkCounts('supplyCapacity', supplyCapacity);
  checkLength('edgeSupply', edgeSupply, edgeDemand.length);
  checkLength('edgeWeight', edgeWeight, edgeDemand.length);
  checkIndexes('edgeDemand', edgeDemand, demandUnits.length);
  checkIndexes('edgeSupply', edgeSupply, supplyCapacity.length);
  for (let edge = 0; edge < edgeWeight.length; edge += 1) {
    const weight = edgeWeight[edge] as number;
    if (!isFinite(weight) || weight < 0) throw new BadInstanceError('edgeWeight', edge, `is ${weight}; a number from 0 is needed`);
  }
  if (edgeCapacity === undefined) return;
  checkLength('edgeCapacity', edgeCapacity, edgeDemand.length);
  checkCounts('edgeCapacity', edgeCapacity);
};
