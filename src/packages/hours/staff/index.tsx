import { View } from '@tarojs/components';
import { useState } from 'react';
import { type MeView, SERVICE_STATE_LABEL, type ServiceState } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { isCommunity, workPlaceOf } from '@/features/member/work-place';
import { Oddities } from '@/features/hours/oddities';
import { PagedRecords } from '@/features/hours/paged-records';
import { RecordList } from '@/features/hours/record-row';
import { AreaDrill, type AreaRef } from '@/features/member/area-drill';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const STAFF = ['administrator', 'staff', 'socialWorker'] as const;
const SHOWN = ['clashing', 'waiting', 'counted', 'revoked'] as const satisfies readonly ServiceState[];

/** 服务时长: what stands out, records by their state, and the month as a file. */
export default function StaffHoursPage() {
  return <Screen title="服务时长"><MemberGate back="staffHours" roles={STAFF}>{(me) => <StaffHours me={me} />}</MemberGate></Screen>;
}

const openRecord = (recordId: string): void => void openPage('hoursRecord', { id: recordId });

function StaffHours({ me }: { me: MeView }) {
  const own = workPlaceOf(me);
  const [path, setPath] = useState<readonly AreaRef[]>([own]);
  return (
    <View>
      <LinkRow icon="download" note="一个月一份，报到全国系统用" onClick={() => void openPage('exportHours')}>导出一个月</LinkRow>
      {!isCommunity(own.areaId) && <View className="u-mt2"><AreaDrill path={path} onChange={setPath} /></View>}
      <OfArea key={path.at(-1)?.areaId} areaId={path.at(-1)?.areaId ?? own.areaId} />
    </View>
  );
}

/** What stands out is a community's; a street or district reads the records of all of its own. */
function OfArea({ areaId }: { areaId: string }) {
  const [state, setState] = useState<ServiceState>('clashing');
  const oddities = useApiQuery('service.oddities', { communityId: areaId }, { isEnabled: isCommunity(areaId) });
  const pages = useApiPages('service.list', { areaId, state });
  useListPage({ refresh: () => Promise.all([...(isCommunity(areaId) ? [oddities.refresh()] : []), pages.refresh()]), loadMore: pages.loadMore });
  return (
    <View>
      {isCommunity(areaId) && <Oddities query={oddities} onOpen={openRecord} />}
      <SectionHead title="一条一条看" />
      <ChipRow>{SHOWN.map((one) => <Chip key={one} kind="filter" on={one === state} onClick={() => setState(one)}>{SERVICE_STATE_LABEL[one]}</Chip>)}</ChipRow>
      <PagedRecords pages={pages} empty={<EmptyState scene="branch" title="没有这样的" note={EMPTY_NOTE[state] ?? ''} />}>
        <View className="u-mt3"><RecordList records={pages.items} isNamed onOpen={openRecord} /></View>
      </PagedRecords>
    </View>
  );
}

const EMPTY_NOTE: Partial<Readonly<Record<ServiceState, string>>> = { clashing: '同一个人同一时间记了两条，会列在这里。', waiting: '补记的，等另一位在场的人确认。', counted: '领队交了名单，就有了。' };
