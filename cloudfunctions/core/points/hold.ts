/** While it stands, what somebody earns by certain others stays pending. At most one a person: the id is theirs. */
export interface PointHold {
  /** The person. */
  readonly _id: string;
  readonly freezeId: string;
  readonly withIds: readonly string[];
  readonly untilMs: number;
}
