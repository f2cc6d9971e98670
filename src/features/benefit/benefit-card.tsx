import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { BenefitView } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { Tag } from '@/components/tag/tag';
import './benefit.css';

/** What government gives, to whom, and where to ask; below it what the reader may do. */
export function BenefitCard({ benefit, foot }: { benefit: BenefitView; foot?: ReactNode }) {
  return (
    <View className={`ben-card ${benefit.isActive ? '' : 'ben-off'} ${foot === undefined ? 'ben-bare' : ''}`}>
      <View className="u-row u-gap2">
        <View className="u-h3 u-grow">{benefit.name}</View>
        {!benefit.isActive && <Tag>先不用了</Tag>}
      </View>
      <View className="u-body u-mt1">{benefit.gives}</View>
      <View className="u-mt3"><KeyValue rows={[{ label: '谁能申请', value: benefit.whoMayGet }, { label: '到哪里办', value: benefit.whereToApply }, ...(benefit.keywords.length === 0 ? [] : [{ label: '提到这些词会提醒', value: benefit.keywords.join('、') }])]} /></View>
      {foot}
    </View>
  );
}
