import { View } from '@tarojs/components';
import { PUBLIC_TEAM_KINDS, TEAM_KIND_LABEL, type MeView, type PublicTeamKind } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { FieldFrame } from '@/components/field/field-frame';
import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { missingWords, TeamWordsFields } from '@/features/team/team-fields';
import { useDraft } from '@/lib/drafts';
import { replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

/** 成立队伍: what it is, where, what for; staff look at it before neighbours see it. */
export default function OpenTeamPage() {
  return <MemberGate back="openTeam">{(me) => <OpenTeam me={me} />}</MemberGate>;
}

interface NewTeam {
  readonly kind: PublicTeamKind;
  readonly isStreet: boolean;
  readonly name: string;
  readonly purpose: string;
}
const EMPTY: NewTeam = { kind: 'volunteer', isStreet: false, name: '', purpose: '' };

const streetOf = (communityId: string): string => communityId.split('-').slice(0, 2).join('-');

function OpenTeam({ me }: { me: MeView }) {
  const draft = useDraft('team.new', EMPTY);
  const { kind, isStreet, name, purpose } = draft.value;
  const command = useApiCommand('team.propose', { invalidates: ['team.mine', 'team.list'], onDone: ({ teamId }) => { draft.clear(); void replacePage('team', { id: teamId }); } });
  const missing = missingWords(draft.value);
  const change = (patch: Partial<NewTeam>): void => {
    command.clear();
    draft.change(patch);
  };
  const propose = (): Promise<unknown> => command.run({ kind, areaId: isStreet ? streetOf(me.communityId) : me.communityId, name: name.trim(), purpose: purpose.trim() });
  const failure = Object.keys(command.fields).length > 0 ? { message: '看看上面红色的字。' } : command.failure;
  return (
    <Screen title="成立队伍" bottom={<BottomBar failure={failure} note="社区看过以后，邻居就能看到、能加入"><Button busy={command.isBusy} busyText="正在交…" disabled={missing !== ''} reason={missing} onClick={propose}>交给社区看</Button></BottomBar>}>
      <View className="u-stack">
        <FieldFrame label="是哪一种"><ChipWrap>{PUBLIC_TEAM_KINDS.map((one) => <Chip key={one} on={kind === one} onClick={() => change({ kind: one })}>{TEAM_KIND_LABEL[one]}</Chip>)}</ChipWrap></FieldFrame>
        <FieldFrame label="给哪里的邻居"><ChipWrap><Chip on={!isStreet} onClick={() => change({ isStreet: false })}>{me.communityName}</Chip><Chip on={isStreet} onClick={() => change({ isStreet: true })}>整个街道</Chip></ChipWrap></FieldFrame>
        <TeamWordsFields value={draft.value} errors={command.fields} onChange={change} />
        <View className="u-sub">成立以后您是队长：谁想来由您点头，也可以请几位一起张罗。</View>
      </View>
    </Screen>
  );
}
