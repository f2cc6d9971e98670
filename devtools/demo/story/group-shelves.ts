import type { Effect } from '../../../cloudfunctions/core/effect/effect';
import type { Group, GroupEvent } from '../../../cloudfunctions/core/group/group';
import { GROUP_KIND } from '../../../cloudfunctions/core/group/group-kind';
import type { ShareCode, ShareOpen } from '../../../cloudfunctions/core/share/share-code';
import { AggregateShelf } from './aggregate-shelf';

/** Groups of the demo, what was brought there and who opened it. */
export class GroupShelves {
  readonly groups: AggregateShelf<Group, GroupEvent>;
  readonly codes = new Map<string, ShareCode>();
  readonly opens = new Map<string, ShareOpen>();

  constructor(carryOut: (effect: Effect) => void) {
    this.groups = new AggregateShelf(GROUP_KIND, carryOut);
  }
}
