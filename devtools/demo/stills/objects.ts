import { CLOTH_OBJECTS } from './objects-cloth';
import { KITCHEN_OBJECTS } from './objects-kitchen';
import { STUDY_OBJECTS } from './objects-study';
import { WORKSHOP_OBJECTS } from './objects-workshop';
import type { RoomName } from './scene';
import type { StillName } from './still-names';

/** One thing on a table: SVG shapes on a 400 × 300 picture whose table begins at y = 204. */
export interface Still {
  readonly room: RoomName;
  /** Middle and half width of the shadow it throws. */
  readonly shadow: readonly [x: number, y: number, radius: number];
  readonly shapes: string;
}

export const OBJECTS: Readonly<Record<StillName, Still>> = { ...KITCHEN_OBJECTS, ...CLOTH_OBJECTS, ...STUDY_OBJECTS, ...WORKSHOP_OBJECTS };
