import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { Button } from '@/components/button/button';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Drawing } from '@/components/drawing/drawing';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { AgreeButton } from '@/features/member/agree-button';
import { AreaPicker } from '@/features/member/area-picker';
import { decideJoinReturn } from '@/features/member/join-return';
import { NameField } from '@/features/member/name-field';
import { PrivacyPromises } from '@/features/member/privacy-promises';
import { type JoinForm, useJoinForm } from '@/features/member/use-join-form';
import { goBack, openPage, readQuery, replacePage } from '@/lib/pages';
import { useSession } from '@/lib/session';

/** Opens what the person came for; see decideJoinReturn. */
async function leaveFor(back: string | undefined): Promise<void> {
  const pages = Taro.getCurrentPages();
  const target = decideJoinReturn(back, pages[pages.length - 2]?.route);
  if (target.kind === 'open') await Taro.redirectTo({ url: target.url });
  else if (target.kind === 'back') await goBack();
  else await replacePage('home');
}

/** 加入社区: what is kept, where one lives, what to be called, and in. Whoever came for something returns to it. */
export default function JoinPage() {
  const back = readQuery(useRouter().params, 'back');
  const session = useSession();
  const form = useJoinForm(() => void leaveFor(back));
  if (session.me !== null && !form.isBusy) return <AlreadyIn me={session.me} onLeave={() => void leaveFor(back)} />;
  if (!form.hasAgreed) {
    return (
      <Screen title="加入社区" bottom={<BottomBar><AgreeButton onAgree={form.agree} /></BottomBar>}>
        <Welcome />
      </Screen>
    );
  }
  return (
    <Screen title="加入社区" bottom={form.isPlaced ? <EnterBar form={form} /> : undefined}>
      <AreaPicker path={form.path} onChange={form.place} />
      {form.isPlaced && (
        <View className="u-mt6">
          <NameField value={form.displayName} error={form.nameError} onChange={form.rename} />
        </View>
      )}
      {form.refusal !== '' && <View className="u-mt4"><Notice tone="warn">{form.refusal}</Notice></View>}
    </Screen>
  );
}

function Welcome() {
  return (
    <View>
      <View className="u-row u-between u-top">
        <View className="u-display u-preline u-mt2">邻里有事，{'\n'}大家搭把手</View>
        <Drawing name="branch" size={130} />
      </View>
      <View className="u-sub u-mt2">进来之前，先说清楚我们留什么：</View>
      <View className="u-mt3"><PrivacyPromises /></View>
      <View className="u-row u-between u-wrap u-mt3">
        <Button kind="text" size="small" onClick={() => void openPage('privacy')}>每一样都看看</Button>
        <Button kind="text" size="small" onClick={() => void openPage('myRoles', { step: 'operator' })}>我是运营方</Button>
      </View>
    </View>
  );
}

function EnterBar({ form }: { form: JoinForm }) {
  return (
    <BottomBar>
      <Button busy={form.isBusy} busyText="正在加入…" onClick={form.submit}>加入{form.areaName}</Button>
    </BottomBar>
  );
}

function AlreadyIn({ me, onLeave }: { me: MeView; onLeave: () => void }) {
  return (
    <Screen title="加入社区" bottom={<BottomBar><Button onClick={onLeave}>继续</Button></BottomBar>}>
      <View className="u-title u-mt4">{me.displayName}，您已经在{me.communityName}了</View>
      <View className="u-sub u-mt2">搬家了要换社区，请打社区电话，或在“隐私”里退出以后重新加入。</View>
    </Screen>
  );
}
