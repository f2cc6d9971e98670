import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { LinkedView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { CheckLinked } from '@/features/linked/check-linked';
import { mirroredWords, shutWords, untilWords } from '@/features/linked/linked-words';
import { TellLinked } from '@/features/linked/tell-linked';
import { copyAddress, leaveFor } from '@/lib/leave-for';
import { openPage, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 公开募捐: whose it is, on what ground, how far the platform says it is, and the way there. */
export default function LinkedPage() {
  const linkedId = readQuery(useRouter().params, 'id') ?? '';
  const query = useApiQuery('linked.get', { linkedId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="公开募捐">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的', onClick: () => void openPage('linkedList') }} />}</Screen>;
  return <Screen title="公开募捐" bottom={<Foot campaign={query.data} />}><Loaded campaign={query.data} /></Screen>;
}

/** The only act of a giver here: leaving. */
function Foot({ campaign: { link, platformName } }: { campaign: LinkedView }) {
  if (link === null) return null;
  return <BottomBar note={`到${platformName}上看、上面给；邻愿不收钱`}><Button kind="blue" icon="share" onClick={() => leaveFor(link, platformName)}>去平台看</Button></BottomBar>;
}

function Loaded({ campaign }: { campaign: LinkedView }) {
  const nowMs = serverNowMs();
  const shut = shutWords(campaign);
  return (
    <View>
      <View className="u-row u-wrap u-gap2"><LaneBadge lane="linked" /><View className="u-cap">{untilWords(campaign, nowMs)}</View></View>
      <View className="u-title u-mt3 u-break">{campaign.title}</View>
      {shut !== null && shut !== '' && <View className="u-mt3"><Notice tone="info">{shut}</Notice></View>}
      {campaign.raisedText !== '' && <View className="u-mt4"><Card><View className="u-h2 u-break">{campaign.raisedText}</View><View className="u-cap u-mt1">{mirroredWords(campaign, nowMs)}（{campaign.raisedSource}），以平台为准</View></Card></View>}
      <View className="u-body u-preline u-mt4 u-break">{campaign.story}</View>
      <SectionHead title="谁在募捐" />
      <Card><KeyValue rows={[{ label: '组织', value: campaign.charityName }, { label: '平台', value: `${campaign.platformName}（民政部指定）` }, { label: '证书', value: campaign.certificateNo }, { label: '备案', value: campaign.filingNo }]} /></Card>
      <View className="u-sub u-mt2">备案编号在“慈善中国”网站上谁都能查。</View>
      {campaign.canCheck && <View className="u-mt4"><CheckLinked key={campaign.version} campaign={campaign} /></View>}
      <SectionHead title="钱去了哪里" {...(campaign.disclosures.length === 0 ? { note: '还没有公开的链接' } : {})} />
      <View className="u-stack">{campaign.disclosures.map(({ title, url }) => <LinkRow key={url} icon="list" note={url} onClick={() => copyAddress(url)}>{title}</LinkRow>)}</View>
      {(campaign.canTell || campaign.canEdit) && <View><SectionHead title="工作人员" /><TellLinked campaign={campaign} /></View>}
    </View>
  );
}
