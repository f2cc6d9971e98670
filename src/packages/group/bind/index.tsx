import { View } from '@tarojs/components';
import { LIMITS, type MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { groupCloudId, useGroupCloudId } from '@/features/group/group-enter';
import { MemberGate } from '@/features/member/member-gate';
import { useDraft } from '@/lib/drafts';
import { replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

const KEEPERS = ['groupOwner', 'administrator', 'staff', 'socialWorker'] as const;

/** 绑定一个群: told by WeChat where it was opened from the group, else by its owner's word. */
export default function BindGroupPage() {
  return <MemberGate back="bindGroup" roles={KEEPERS}>{(me) => <BindGroup me={me} />}</MemberGate>;
}

interface Place {
  readonly areaId: string;
  readonly areaName: string;
}

/** Communities and 小区 where one is a group owner or works. */
const placesOf = (me: MeView): readonly Place[] => {
  const held = me.roles.filter(({ role, areaId }) => (KEEPERS as readonly string[]).includes(role) && areaId.split('-').length > 2).map(({ areaId, areaName }) => ({ areaId, areaName }));
  const places = held.length > 0 ? held : [{ areaId: me.communityId, areaName: me.communityName }];
  return [...new Map(places.map((place) => [place.areaId, place])).values()];
};

function BindGroup({ me }: { me: MeView }) {
  const places = placesOf(me);
  const draft = useDraft('group.bind', { name: '', areaId: places[0]?.areaId ?? me.communityId });
  const { name, areaId } = draft.value;
  const isFromGroup = useGroupCloudId() !== null;
  const command = useApiCommand('group.bind', { invalidates: ['group.mine', 'group.list'], onDone: ({ groupId }) => { draft.clear(); void replacePage('group', { id: groupId }); } });
  const change = (patch: Partial<typeof draft.value>): void => { command.clear(); draft.change(patch); };
  // Asked for anew at the tap: what WeChat hands over is good for five minutes.
  const bind = async (): Promise<unknown> => command.run({ name: name.trim(), areaId, cloudId: await groupCloudId() });
  const bindByWord = (): Promise<unknown> => command.run({ name: name.trim(), areaId, cloudId: null });
  const failure = Object.keys(command.fields).length > 0 ? { message: '看看上面红色的字。' } : command.failure;
  return (
    <Screen title="绑定一个群" bottom={<BottomBar failure={failure} note="不看群里有谁，也不往群里发东西"><Button busy={command.isBusy} busyText="正在绑定…" disabled={name.trim() === ''} reason="先写群的名字" onClick={bind}>绑定</Button></BottomBar>}>
      <Notice tone={isFromGroup ? 'good' : 'info'}>{isFromGroup ? '您是从一个群里打开的，绑的就是这个群。' : '您不是从群里打开的，微信没告诉我们是哪个群。可以先从群里的卡片打开再绑；也可以就这样绑，按您写的名字记。'}</Notice>
      {command.failure?.kind === 'refused' && command.failure.code === 'GROUP_NOT_TOLD' && <View className="u-mt3"><Button kind="text" busy={command.isBusy} onClick={bindByWord}>先按我写的名字记，以后再认群</Button></View>}
      <View className="u-stack u-mt4">
        <Field label="群的名字" hint="给自己看的" value={name} maxLength={LIMITS.nameCharacters} placeholder="比如：枫林里三栋邻居群" error={command.fields.name} onChange={(text) => change({ name: text })} />
        {places.length > 1 && <FieldFrame label="是哪里的群"><ChipWrap>{places.map((place) => <Chip key={place.areaId} on={place.areaId === areaId} onClick={() => change({ areaId: place.areaId })}>{place.areaName}</Chip>)}</ChipWrap></FieldFrame>}
        <View className="u-sub">绑好以后：挑一件要帮的事转到群里，邻居点开就能看到、能报名。您看得到多少人打开、多少人来帮，只有数字，没有名单。</View>
      </View>
    </Screen>
  );
}
