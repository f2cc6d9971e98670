import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { ExportPanel } from '@/features/hours/export-panel';
import { MemberGate } from '@/features/member/member-gate';

const STAFF = ['administrator', 'staff', 'socialWorker'] as const;

/** 导出时长: one month of one area as a file for the national system. */
export default function ExportHoursPage() {
  return <Screen title="导出时长"><MemberGate back="exportHours" roles={STAFF}>{(me) => <Export me={me} />}</MemberGate></Screen>;
}

const areasOf = (me: MeView): readonly { readonly areaId: string; readonly areaName: string }[] => [...new Map(me.roles.filter(({ role }) => STAFF.some((one) => one === role)).map((held) => [held.areaId, held])).values()];

function Export({ me }: { me: MeView }) {
  const areas = areasOf(me);
  const [area, setArea] = useState(areas[0]);
  if (area === undefined) return null;
  return (
    <View>
      <View className="u-sub u-mt2">一行一条：姓名、组织、项目、几点到几点、几小时、谁记的。只有记上了的，先不算的不在里面。</View>
      {areas.length > 1 && <View className="u-mt3"><ChipRow>{areas.map((one) => <Chip key={one.areaId} kind="filter" on={one.areaId === area.areaId} onClick={() => setArea(one)}>{one.areaName}</Chip>)}</ChipRow></View>}
      <View className="u-mt4"><ExportPanel key={area.areaId} areaId={area.areaId} areaName={area.areaName} /></View>
      <View className="u-mt4"><Notice tone="info">每导出一次，都会记下是谁、什么时候、哪个月。</Notice></View>
    </View>
  );
}
