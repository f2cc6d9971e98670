import { View } from '@tarojs/components';
import type { SupplyView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { KeyValue, type Fact } from '@/components/key-value/key-value';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { Tag } from '@/components/tag/tag';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { CertificatePart } from './certificate-part';
import { EndSupply, QuickActs } from './supply-acts';
import { SupplyGate } from './supply-gate';
import { certificateTags, partyWords, recordWords, seenWords, skillWords, supplyTag } from './supply-words';
import './supply.css';

/** 一份资源: for neighbours what it is, for whoever keeps it also what can be done with it, for staff, who act here, the certificates and no second filled button. */
export function SupplyScreen({ supplyId }: { supplyId: string }) {
  return <SupplyGate supplyId={supplyId} title="能提供的" refusalOf={() => null}>{(supply) => <Screen title="能提供的"><Body supply={supply} /></Screen>}</SupplyGate>;
}

const factsOf = (supply: SupplyView, nowMs: number): readonly Fact[] => {
  const facts: readonly (readonly [string, string | null])[] = [
    ['去哪里', supply.areaId === supply.communityId ? `${supply.communityName}，哪个小区都去` : supply.areaName], ['什么时候', supply.timesText], ['一周', `${supply.capacityPerWeek} 次`], ['会什么', skillWords(supply)], ['条件', supply.conditions],
    ['办得怎么样', recordWords(supply)], ['上次确认', formatDate(supply.confirmedAtMs, nowMs)],
  ];
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
};

function Body({ supply }: { supply: SupplyView }) {
  const nowMs = serverNowMs();
  const tag = supplyTag(supply);
  return (
    <View>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(supply.pictureKey)} size={72} />
        <View className="u-grow">
          <View className="u-title u-break">{supply.title}</View>
          <View className="u-sub u-mt1 u-break">{partyWords(supply)}</View>
        </View>
      </View>
      <View className="sup-tags u-mt3">
        <Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag>
        {certificateTags(supply).map(({ key, isSeen, words }) => <Tag key={key} tone={isSeen ? 'green' : 'ochre'} icon={isSeen ? 'shield' : 'ask'}>{words}</Tag>)}
      </View>
      {supply.note !== '' && <View className="u-mt3"><Notice tone="info" icon="clock">{supply.note}</Notice></View>}
      {supply.words !== '' && <View className="u-story u-break u-preline u-mt4">{supply.words}</View>}
      <View className="u-mt4"><Card><KeyValue rows={factsOf(supply, nowMs)} /></Card></View>
      {seenWords(supply, nowMs).map((words) => <View key={words} className="u-cap u-mt2">{words}</View>)}
      {supply.canCheckCertificates && <CertificatePart supply={supply} />}
      {supply.isMine ? <Keeper supply={supply} /> : !supply.canEnd && <Reader supply={supply} />}
      {supply.canEnd && <EndSupply supply={supply} />}
    </View>
  );
}

function Keeper({ supply }: { supply: SupplyView }) {
  return (
    <View>
      <QuickActs supply={supply} />
      <View className="u-stack u-mt4">
        {supply.state === 'open' && <LinkRow icon="wish" note="按合不合适排好，每一件说为什么" onClick={() => void openPage('supplyWishes', { id: supply.supplyId })}>适合的心愿</LinkRow>}
        {supply.canEdit && <LinkRow icon="edit" note="时间、地方、次数变了，改一下" onClick={() => void openPage('editSupply', { id: supply.supplyId })}>改内容</LinkRow>}
      </View>
    </View>
  );
}

/** A neighbour who needs just this writes a wish: whoever offers hears of it when it suits. */
function Reader({ supply }: { supply: SupplyView }) {
  if (supply.state !== 'open') return null;
  return (
    <View className="u-mt5">
      <Button onClick={() => void openPage('postWish')}>我正需要，发个心愿</Button>
      <View className="u-cap u-center u-mt2">写一句要什么。社区看过，合适的人就会知道。</View>
    </View>
  );
}
