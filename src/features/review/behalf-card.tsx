import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import type { ConsentKind, ReviewView } from '@contract';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { SectionHead } from '@/components/section-head/section-head';
import { VoicePlayer } from '@/components/voice-player/voice-player';
import { formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import './review.css';

type OnBehalf = NonNullable<ReviewView['onBehalf']>;

const CONSENT_TITLE: Readonly<Record<ConsentKind, string>> = { paper: '同意书的照片', voice: '同意的录音', phone: '电话里同意的' };

/** Who it is for and the proof of consent. Only staff of the area come here, and each reading is written down. */
export function BehalfCard({ onBehalf }: { onBehalf: OnBehalf }) {
  return (
    <View>
      <SectionHead title="替谁发的" />
      <View className="rev-card">
        <View className="u-h3">{onBehalf.beneficiaryName}</View>
        <View className="u-sub">{onBehalf.consentKind === 'phone' ? '打电话来说的，社区记下' : `发的人说是：${onBehalf.relation}`}</View>
        <View className="u-cap u-row u-gap1 u-mt1"><Icon name="eye" size={16} />只有工作人员看得到，看一次记一次</View>
        <View className="u-hair" />
        <View className="u-bold">{CONSENT_TITLE[onBehalf.consentKind]}</View>
        <View className="u-sub">{onBehalf.helperName} · {formatMoment(onBehalf.consentAtMs, serverNowMs())}。同意发这个心愿{onBehalf.mayPublicise ? '，也同意讲给更多人听' : '；对外宣传要另外问'}</View>
        {onBehalf.consentKind !== 'phone' && <View className="u-mt2"><Consent onBehalf={onBehalf} /></View>}
      </View>
    </View>
  );
}

function Consent({ onBehalf }: { onBehalf: OnBehalf }) {
  const [isBroken, setBroken] = useState(false);
  const url = onBehalf.consentUrl;
  if (url === null || isBroken) return <View className="u-sub u-ochre">凭据还没取到，下拉刷新再看；取不到就先问一句。</View>;
  if (onBehalf.consentKind === 'voice') return <VoicePlayer url={url} onBroken={() => setBroken(true)} />;
  return (
    <View>
      <Image className="rev-photo-image" src={url} mode="aspectFit" onError={() => setBroken(true)} onClick={() => void Taro.previewImage({ current: url, urls: [url] })} />
      <Button kind="text" size="small" onClick={() => void Taro.previewImage({ current: url, urls: [url] })}>放大看</Button>
    </View>
  );
}
