import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { PersonCard } from '@/features/person/person-card';
import { PersonList } from '@/features/person/person-list';
import { openPage } from '@/lib/pages';

/** 没有微信的居民: whom staff act for, their cards, and the way to an account of their own. */
export default function PeoplePage() {
  return (
    <Screen title="没有微信的居民" bottom={<BottomBar><Button icon="phone" onClick={() => void openPage('phoneDesk')}>电话代办</Button></BottomBar>}>
      <MemberGate back="people" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <People me={me} />}</MemberGate>
    </Screen>
  );
}

function People({ me }: { me: MeView }) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <View className="u-stack">
      <View className="u-sub">社区替他们发心愿、认心愿、说收到。名字只露第一个字。</View>
      {opened !== null && <PersonCard key={opened} personId={opened} onClose={() => setOpened(null)} />}
      <PersonList me={me} onOpen={setOpened} />
    </View>
  );
}
