import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { FundPageView, FundView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LedgerTable } from '@/components/ledger-table/ledger-table';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { FundManage } from '@/features/fund/fund-manage';
import { FundPicture, FundUses } from '@/features/fund/fund-picture';
import { tableLines } from '@/features/fund/fund-words';
import { GrantCard } from '@/features/fund/grant-card';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 社区发展基金: where the year's money is, what it does, and how to ask for some. */
export default function FundPage() {
  const { params } = useRouter();
  const [fundId, areaId] = [readQuery(params, 'id') ?? null, readQuery(params, 'areaId') ?? null];
  return <MemberGate back="fund">{() => <Fund asked={fundId} areaId={areaId} />}</MemberGate>;
}

function Fund({ asked, areaId }: { asked: string | null; areaId: string | null }) {
  const [fundId, setFundId] = useState(asked);
  const query = useApiQuery('fund.get', { fundId, areaId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return <Screen title="社区发展基金">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  const { fund } = query.data;
  const bar = fund?.may.apply === true ? <BottomBar note="小组、楼组、队伍都可以来申请"><Button onClick={() => void openPage('applyGrant', { id: fund.fundId })}>申请一个项目</Button></BottomBar> : undefined;
  return <Screen title="社区发展基金" bottom={bar}><Loaded page={query.data} onYear={setFundId} /></Screen>;
}

function Loaded({ page, onYear }: { page: FundPageView; onYear: (fundId: string) => void }) {
  const { fund, mayOpen, years } = page;
  const open = mayOpen === null ? null : () => void openPage('openFund', { communityId: mayOpen.communityId, name: mayOpen.communityName, year: mayOpen.year });
  if (fund === null) return <EmptyState scene="branch" title="这个社区还没有发展基金" note="街道拨了项目经费，开立以后，申请、批复、每一笔付款都在这里看得到。" {...(open === null ? {} : { action: <Button onClick={open}>开立今年的基金</Button> })} />;
  return (
    <View>
      {years.length > 1 && <View className="fund-years"><ChipRow edge>{years.map((one) => <Chip key={one.fundId} kind="filter" on={one.fundId === fund.fundId} onClick={() => onYear(one.fundId)}>{one.year} 年</Chip>)}</ChipRow></View>}
      {open !== null && <View className="fund-years"><Notice tone="info" onClick={open}>今年的还没开立，点这里开。</Notice></View>}
      <View className="u-title u-break">{fund.communityName}</View>
      <View className="u-mt3"><FundPicture fund={fund} /></View>
      {fund.state === 'closed' && <View className="u-mt4"><Notice tone="good" title="这一年结了">{fund.reportText}</Notice></View>}
      <Rules fund={fund} />
      <Parts fund={fund} />
    </View>
  );
}

function Rules({ fund }: { fund: FundView }) {
  return (
    <View>
      <SectionHead title="怎么申请、怎么定" more="用途表" onMore={() => void openPage('useTable', { areaId: fund.communityId })} />
      <View className="u-body u-preline u-break">{fund.rulesText}</View>
    </View>
  );
}

function Parts({ fund }: { fund: FundView }) {
  return (
    <View>
      {fund.uses.length > 0 && <View><SectionHead title="花在哪里" /><FundUses uses={fund.uses} /></View>}
      <SectionHead title="项目" {...(fund.grants.length > 0 ? { count: fund.grants.length } : {})} />
      {fund.grants.length === 0 && <View className="u-sub">还没有项目。</View>}
      <View className="u-stack">{fund.grants.map((grant) => <GrantCard key={grant.grantId} grant={grant} onOpen={() => void openPage('grant', { id: grant.grantId })} />)}</View>
      <SectionHead title="账本" note="最新的在上面" />
      <LedgerTable lines={tableLines(fund.lines, ({ grantId }) => (grantId === null ? undefined : () => void openPage('grant', { id: grantId })))} />
      {fund.may.manage && <View><SectionHead title="管理" /><FundManage fund={fund} /></View>}
      <View className="u-mt6"><LinkRow icon="list" note="我提的、等我看的" onClick={() => void openPage('spendings')}>用款</LinkRow></View>
    </View>
  );
}
