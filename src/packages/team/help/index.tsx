import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MeView, PersonView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { MemberGate } from '@/features/member/member-gate';
import { PersonFinder } from '@/features/member/person-finder';
import { PersonList } from '@/features/person/person-list';
import { missingWords, TeamWordsFields } from '@/features/team/team-fields';
import { replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

/** 帮扶小组: around one person who agreed, by a social worker. */
export default function OpenHelpTeamPage() {
  return <MemberGate back="teams" roles={['socialWorker']}>{(me) => <OpenHelp me={me} />}</MemberGate>;
}

type Helped = { readonly kind: 'member'; readonly person: PersonView } | { readonly kind: 'person'; readonly personId: string };

const wordsOf = (helped: Helped): string => (helped.kind === 'member' ? `${helped.person.displayName}（${helped.person.communityName}）` : '从名册里选好了一位');

function OpenHelp({ me }: { me: MeView }) {
  const [helped, setHelped] = useState<Helped | null>(null);
  const [words, setWords] = useState({ name: '', purpose: '' });
  const [hasConsent, setConsent] = useState(false);
  const command = useApiCommand('team.openHelp', { invalidates: ['team.mine'], onDone: ({ teamId }) => void replacePage('team', { id: teamId }) });
  const missing = helped === null ? '先找到要帮的人' : missingWords(words) || (hasConsent ? '' : '要先问过本人');
  const open = async (): Promise<void> => {
    if (helped === null) return;
    const whom = helped.kind === 'member' ? { kind: 'member' as const, memberId: helped.person.memberId } : { kind: 'person' as const, personId: helped.personId };
    await command.run({ name: words.name.trim(), purpose: words.purpose.trim(), helped: whom, hasConsent: true });
  };
  return (
    <Screen title="帮扶小组" bottom={<BottomBar failure={command.failure} note="只有您请进来的人看得到"><Button busy={command.isBusy} busyText="正在建…" disabled={missing !== ''} reason={missing} onClick={open}>建好，由我牵头</Button></BottomBar>}>
      <View className="u-sub">社工、志愿者、亲属、邻居，围着一位居民分分工。邻居看不到这个小组，也看不到帮的是谁。</View>
      <SectionHead title="帮谁" />
      {helped === null ? <FindHelped me={me} onFound={setHelped} /> : <Notice tone="good" icon="user" action={{ text: '换一位', onClick: () => { command.clear(); setHelped(null); } }}>{wordsOf(helped)}</Notice>}
      <View className="u-mt5"><TeamWordsFields isHelp value={words} errors={command.fields} onChange={(patch) => { command.clear(); setWords({ ...words, ...patch }); }} /></View>
      <View className="u-mt4"><CheckRow checked={hasConsent} note="不方便的，问过监护人" onChange={setConsent}>问过本人，同意大家一起来帮</CheckRow></View>
    </Screen>
  );
}

function FindHelped({ me, onFound }: { me: MeView; onFound: (helped: Helped) => void }) {
  const [isOnPaper, setOnPaper] = useState(false);
  return (
    <View>
      <ChipRow>
        <Chip kind="filter" on={!isOnPaper} onClick={() => setOnPaper(false)}>有微信的</Chip>
        <Chip kind="filter" on={isOnPaper} onClick={() => setOnPaper(true)}>没有微信的</Chip>
      </ChipRow>
      <View className="u-mt3">{isOnPaper ? <PersonList me={me} onOpen={(personId) => onFound({ kind: 'person', personId })} /> : <PersonFinder onFound={(person) => onFound({ kind: 'member', person })} />}</View>
    </View>
  );
}
