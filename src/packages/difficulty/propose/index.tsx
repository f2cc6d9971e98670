import { useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { PickerRow } from '@/components/picker-row/picker-row';
import { Screen } from '@/components/screen/screen';
import { PersonForm } from '@/features/difficulty/person-form';
import { usePersonForm } from '@/features/difficulty/use-person-form';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 登记一位: with consent; or takes up whom a neighbour told of (`id`). */
export default function ProposePage() {
  const caseId = readQuery(useRouter().params, 'id') ?? null;
  return <MemberGate back="staffDifficulty" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Propose me={me} caseId={caseId} />}</MemberGate>;
}

const COMMUNITY_DEPTH = 3;

/** The community somebody works for, else their own. */
const communityOf = (me: MeView): { readonly areaId: string; readonly name: string } => {
  const held = me.roles.find((role) => role.areaId.split('-').length >= COMMUNITY_DEPTH && (role.role === 'staff' || role.role === 'socialWorker' || role.role === 'administrator'));
  return held === undefined ? { areaId: me.communityId, name: me.communityName } : { areaId: held.areaId, name: held.areaName };
};

function Propose({ me, caseId }: { me: MeView; caseId: string | null }) {
  const community = communityOf(me);
  const grids = useApiQuery('area.children', { parentId: community.areaId });
  const places = [{ areaId: community.areaId, name: community.name }, ...(grids.data ?? [])];
  const [areaId, setAreaId] = useState(community.areaId);
  const form = usePersonForm(caseId, areaId, (made) => {
    void Taro.showToast({ title: '登记好了，接着四查', icon: 'none' });
    void replacePage('staffDifficultyCase', { id: made });
  });
  const isWrong = Object.keys(form.errors).length > 0;
  const failure = form.failure !== null && !isWrong ? form.failure : null;
  return (
    <Screen title="登记一位" bottom={<BottomBar failure={failure} {...(isWrong ? { note: '有一处没填对，看看标红的地方' } : {})}><Button busy={form.isBusy} busyText="正在登记…" disabled={form.photos.isSending} reason="照片还在传" onClick={form.submit}>登记下来</Button></BottomBar>}>
      <View className="u-display u-mt2">登记一位要帮的人</View>
      <View className="u-sub u-mt1">先得到 TA 的同意。写的都加密保存，公示只写姓和帮什么。</View>
      {caseId === null && places.length > 1 && <View className="u-mt3"><PickerRow label="在哪个小区" options={places.map((place) => place.name)} index={places.findIndex((place) => place.areaId === areaId)} onPick={(index) => setAreaId(places[index]?.areaId ?? community.areaId)} /></View>}
      <PersonForm form={form} />
    </Screen>
  );
}
