import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import type { ReviewView } from '@contract';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { SectionHead } from '@/components/section-head/section-head';
import { ConsentVoice } from './consent-voice';
import './review.css';

type OnBehalf = NonNullable<ReviewView['onBehalf']>;

/** Who it is for and the proof of consent. Only staff of the area come here, and each reading is written down. */
export function BehalfCard({ onBehalf }: { onBehalf: OnBehalf }) {
  return (
    <View>
      <SectionHead title="替谁发的" />
      <View className="rev-card">
        <View className="u-h3">{onBehalf.beneficiaryName}</View>
        <View className="u-sub">发的人说是：{onBehalf.relation}</View>
        <View className="u-cap u-row u-gap1 u-mt1"><Icon name="eye" size={16} />只有工作人员看得到，看一次记一次</View>
        <View className="u-hair" />
        <View className="u-bold">{onBehalf.consentKind === 'paper' ? '同意书的照片' : '同意的录音'}</View>
        <View className="u-mt2"><Consent onBehalf={onBehalf} /></View>
      </View>
    </View>
  );
}

function Consent({ onBehalf }: { onBehalf: OnBehalf }) {
  const [isBroken, setBroken] = useState(false);
  const url = onBehalf.consentUrl;
  if (url === null || isBroken) return <View className="u-sub u-ochre">凭据还没取到，下拉刷新再看；取不到就先问一句。</View>;
  if (onBehalf.consentKind === 'voice') return <ConsentVoice url={url} onBroken={() => setBroken(true)} />;
  return (
    <View>
      <Image className="rev-photo-image" src={url} mode="aspectFit" onError={() => setBroken(true)} onClick={() => void Taro.previewImage({ current: url, urls: [url] })} />
      <Button kind="text" size="small" onClick={() => void Taro.previewImage({ current: url, urls: [url] })}>放大看</Button>
    </View>
  );
}
