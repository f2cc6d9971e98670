import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { DirectedView } from '@contract';
import { SectionHead } from '@/components/section-head/section-head';
import { DirectedHead, DirectedMoney, DirectedWho } from './directed-head';
import { DirectedConditions, DirectedFacts, DirectedPurpose, DirectedReports, DirectedUses, DirectedWishes } from './directed-parts';
import { GiverPart } from './giver-part';
import { LeftoverPart } from './leftover-part';
import { PhotosPart } from './photos-part';
import { StaffPart } from './staff-part';
import { ThingsPart } from './things-part';

interface DirectedBodyProps {
  readonly gift: DirectedView;
  /** Its payments, each with its receipt; null where there is none yet. */
  readonly spendings: ReactNode;
}

/** Everything of a gift, in the order in which one asks: how far, who, the rest that waits, four facts, what it became. */
export function DirectedBody({ gift, spendings }: DirectedBodyProps) {
  return (
    <View>
      <DirectedHead gift={gift} />
      <DirectedMoney gift={gift} />
      <DirectedWho gift={gift} />
      <LeftoverPart gift={gift} />
      <DirectedFacts gift={gift} />
      <DirectedPurpose gift={gift} />
      <ThingsPart gift={gift} />
      <DirectedUses gift={gift} />
      {spendings !== null && <View><SectionHead title="每一笔" note="点开看收据" />{spendings}</View>}
      <DirectedReports gift={gift} />
      <DirectedWishes gift={gift} />
      <DirectedConditions gift={gift} />
      <PhotosPart gift={gift} />
      <StaffPart gift={gift} />
      <GiverPart gift={gift} />
    </View>
  );
}
