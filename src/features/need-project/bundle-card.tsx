import { View } from '@tarojs/components';
import type { NeedBundleView } from '@contract';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { bundleTitle, placesWords, reachWords, sizeWords } from './plan-words';
import './need-project.css';

interface BundleCardProps {
  readonly bundle: NeedBundleView;
  readonly nameOf: (areaId: string) => string;
  readonly onOpen: () => void;
}

/** A bundle in the list: its kind, how many people, where, how near to each other. */
export function BundleCard({ bundle, nameOf, onOpen }: BundleCardProps) {
  const near = reachWords(bundle);
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-gap2"><View className={`bundle-dot bundle-${bundle.category}`} /><View className="u-h3 u-grow">{bundleTitle(bundle)}</View><Icon name="right" size={16} className="u-ink3" /></View>
      <View className="u-mid u-bold u-mt2">{sizeWords(bundle)}</View>
      <View className="u-sub u-mt1 u-break">{placesWords(bundle, nameOf)}</View>
      {near !== '' && <View className="u-cap u-mt1">{near}</View>}
    </Card>
  );
}
