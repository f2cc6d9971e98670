import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { SupplyCardView } from '@contract';
import { Card } from '@/components/card/card';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Tag } from '@/components/tag/tag';
import { pictureOf } from '@/lib/picture-of';
import { certificateTags, partyWords, supplyFacts, supplyTag } from './supply-words';

interface SupplyCardProps {
  readonly supply: SupplyCardView;
  readonly onOpen: () => void;
  /** One line of why it suits, where it is suggested. */
  readonly why?: string;
  /** Shown in the keeper's own list. */
  readonly hasState?: boolean;
  readonly children?: ReactNode;
}

/** An offer in a list: what, by whom, when and where, and what of it was seen. */
export function SupplyCard({ supply, onOpen, why, hasState = false, children }: SupplyCardProps) {
  const tag = supplyTag(supply);
  const certificates = certificateTags(supply);
  // One's own needs none; where it is suggested for a wish, `why` tells the way to the wish, not to the reader.
  const hasWay = !hasState && why === undefined;
  return (
    <Card>
      <View className="u-row u-top u-gap3" onClick={onOpen}>
        <PictureTile drawing={pictureOf(supply.pictureKey)} size={56} />
        <View className="u-grow">
          <View className="u-h3 u-two u-break">{supply.title}</View>
          <View className="u-sub u-mt1 u-break">{partyWords(supply)}</View>
        </View>
      </View>
      {why !== undefined && <View className="u-mid u-green u-mt2">{why}</View>}
      {(hasState || certificates.length > 0) && (
        <View className="sup-tags u-mt2">
          {hasState && <Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag>}
          {certificates.map(({ key, isSeen, words }) => <Tag key={key} tone={isSeen ? 'green' : 'ochre'} icon={isSeen ? 'shield' : 'ask'}>{words}</Tag>)}
        </View>
      )}
      <MetaLine className="u-cap u-mt2" parts={[...supplyFacts(supply), (hasWay && supply.walkText) || '']} />
      {children}
    </Card>
  );
}
