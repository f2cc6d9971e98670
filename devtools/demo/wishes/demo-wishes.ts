import { COMPANIONSHIP_WISHES } from './companionship';
import { GOODS_WISHES } from './goods';
import { REPAIR_WISHES } from './repair';
import { SERVICE_WISHES } from './service';
import { SKILL_WISHES } from './skill';
import { STUDY_WISHES } from './study';
import type { SketchedWish } from './wish-sketch';

/** Every wish of the demo, written by hand. */
export const DEMO_WISHES: readonly SketchedWish[] = [...GOODS_WISHES, ...SERVICE_WISHES, ...COMPANIONSHIP_WISHES, ...SKILL_WISHES, ...REPAIR_WISHES, ...STUDY_WISHES];
