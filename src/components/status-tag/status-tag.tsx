import { CLAIM_STATE_LABEL, WISH_STATE_LABEL } from '@contract';
import type { ClaimState, WishState } from '@contract';
import { Tag } from '@/components/tag/tag';
import type { TagTone } from '@/components/tag/tag';
import type { IconName } from '@/drawings';

/** Any state of a wish or a claim a person sees as a tag; `delivering` is a planned claim on its day. */
export type StatusName = WishState | ClaimState | 'delivering';

export interface StatusTagProps {
  state: StatusName;
  /** Other words than the contract's, for example 公示到 11 月 27 日. */
  text?: string;
}

const LOOKS: Readonly<Record<StatusName, readonly [TagTone, IconName]>> = {
  review: ['plain', 'clock'],
  asked: ['ochre', 'ask'],
  publicity: ['ochre', 'horn'],
  open: ['accent', 'wish'],
  completed: ['green', 'check'],
  refused: ['plain', 'close'],
  withdrawn: ['plain', 'close'],
  expired: ['plain', 'close'],
  referred: ['blue', 'share'],
  held: ['ochre', 'clock'],
  planned: ['accent', 'box'],
  delivering: ['accent', 'box'],
  delivered: ['green', 'check'],
  confirmed: ['green', 'check'],
  returned: ['plain', 'close'],
  lapsed: ['plain', 'clock'],
  cancelled: ['plain', 'close'],
};

function labelOf(state: StatusName): string {
  if (state === 'delivering') return '送货中';
  const labels: Readonly<Record<WishState | ClaimState, string>> = { ...CLAIM_STATE_LABEL, ...WISH_STATE_LABEL };
  return labels[state];
}

/** Where a wish or a claim stands: tint, icon and words together. */
export function StatusTag({ state, text }: StatusTagProps) {
  const [tone, icon] = LOOKS[state];
  return <Tag tone={tone} icon={icon}>{text ?? labelOf(state)}</Tag>;
}
