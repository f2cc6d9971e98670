import type { HandoverKind, Satisfaction, WishCategory } from '@contract';
import type { StillName } from '../stills/still-names';

/** How far a wish has come when the demo begins. */
export type Fate =
  /** Waits for the community. */
  | 'review'
  /** The reviewer asked something. */
  | 'asked'
  /** On the wall, nobody yet. */
  | 'open'
  /** Some shares delivered, some held, some open. */
  | 'part'
  /** Every share is held or planned. */
  | 'taken'
  /** Delivered, waits for the recipient. */
  | 'waiting'
  /** Planned and past its last moment. */
  | 'overdue'
  /** Delivered, but the recipient says no. */
  | 'notReceived'
  /** Done and rated. */
  | 'rated'
  /** Done, not rated yet. */
  | 'done'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  /** Unclaimed for more than seven days: with the social worker. */
  | 'unclaimed';

/** One wish as a neighbour would tell it; people, places and dates are drawn by the generator. */
export interface WishSketch {
  readonly title: string;
  readonly story: string;
  readonly fate: Fate;
  /** Shares wanted; one when absent. */
  readonly shares?: number;
  readonly shareNote?: string;
  /** Whole wish, in yuan; absent where money says nothing. */
  readonly yuan?: number;
  readonly urgent?: true;
  /** Absent: at the station for goods, at home for everything else. */
  readonly handover?: HandoverKind;
  /** Set when somebody else posts: how they stand to the person helped. */
  readonly relation?: string;
  /** A social worker posts it after a visit. */
  readonly byStaff?: true;
  readonly stills?: readonly StillName[];
  /** The picture check could not tell; somebody must look. */
  readonly photoNeedsPerson?: true;
  /** What the giver says with the plan or the delivery, or what staff ask or answer. */
  readonly note?: string;
  /** What a rater wrote. */
  readonly thanks?: string;
  /** The thanks were spoken, not written: on the wall by now, or between the two, or waiting for staff to listen. */
  readonly spokenThanks?: 'wall' | 'private' | 'hearing';
  /** The shop that does it; drawn where absent. */
  readonly giver?: string;
  /** What the rater answers and writes, where it is not to be drawn; then nobody says thanks. */
  readonly says?: readonly [Satisfaction, string];
  /** When it was sent, where that matters. */
  readonly sentBeforeDays?: number;
  /** Tells the people of the mock-ups' own wishes; see cast.ts. */
  readonly cast?: string;
}

export interface SketchedWish extends WishSketch {
  readonly category: WishCategory;
}

export const wishesOf = (category: WishCategory, sketches: readonly WishSketch[]): readonly SketchedWish[] => sketches.map((sketch) => ({ ...sketch, category }));
