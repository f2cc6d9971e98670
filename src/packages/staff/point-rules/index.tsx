import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView, RuleVersionView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { RulesCard } from '@/features/points/rules-card';
import { RulesEditor } from '@/features/points/rules-editor';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const STAFF_ROLES = ['administrator', 'staff'] as const;

/** 积分规则: what brings how much here, changed with a look at last month first; every version stays. */
export default function PointRulesPage() {
  return (
    <Screen title="积分规则">
      <MemberGate back="pointRules" roles={STAFF_ROLES}>{(me) => <Rules me={me} />}</MemberGate>
    </Screen>
  );
}

/** Rules are a community's; whoever works for a street or district changes them there. */
const isCommunity = (areaId: string): boolean => areaId.split('-').length >= 3;

function Rules({ me }: { me: MeView }) {
  const communityId = me.roles.find((held) => STAFF_ROLES.some((role) => role === held.role) && isCommunity(held.areaId))?.areaId ?? me.communityId;
  const [isEditing, setEditing] = useState(false);
  const query = useApiQuery('pointRules.list', { communityId });
  useListPage(query);
  if (query.isLoading) return <SkeletonList count={3} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const newest = query.data[0];
  const inForce = query.data.find(({ state }) => state === 'inForce');
  if (newest === undefined || inForce === undefined) return <EmptyState scene="branch" title="还没有规则" note="下拉刷新再看看。" />;
  if (isEditing) return <RulesEditor communityId={communityId} rules={newest.rules} onSaved={() => setEditing(false)} />;
  return (
    <View>
      <View className="u-sub u-mt2">分数按社区自己的规则算。转发、拉人、捐钱永远不给分。</View>
      <SectionHead title="现在的规则" />
      <RulesCard rules={inForce.rules} />
      <View className="u-mt4"><Button onClick={() => setEditing(true)}>改规则</Button></View>
      <SectionHead title="改过几回" {...(query.data.length === 1 ? { note: '还没改过' } : {})} />
      <View className="u-stack">{query.data.map((version) => <VersionRow key={version.number} version={version} />)}</View>
    </View>
  );
}

const STATE_TEXT: Readonly<Record<RuleVersionView['state'], string>> = { past: '用过', inForce: '正在用', coming: '还没开始' };

function VersionRow({ version }: { version: RuleVersionView }) {
  const { number, fromMs, state, byName, reason } = version;
  return (
    <Card>
      <View className="u-row u-gap2">
        <View className="u-mid u-bold u-grow">{number === 0 ? '一开始的规则' : `${formatDate(fromMs, serverNowMs())}起`}</View>
        <Tag tone={state === 'inForce' ? 'green' : state === 'coming' ? 'ochre' : 'plain'}>{STATE_TEXT[state]}</Tag>
      </View>
      {number > 0 && <View className="u-sub u-mt1 u-break">{byName === '' ? reason : `${byName}：${reason}`}</View>}
    </Card>
  );
}
