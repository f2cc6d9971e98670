import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { MeView, WishCardView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { MemberGate } from '@/features/member/member-gate';
import { useCaller, type CallerDesk } from '@/features/person/use-caller';
import { WaitingList } from '@/features/person/waiting-list';
import { WhoCalls } from '@/features/person/who-calls';
import { ClaimRow } from '@/features/claim/claim-row';
import { ContactButton } from '@/features/contact/contact-sheet';
import { MyWishRow } from '@/features/wish/my-wish-row';
import { PhoneWishFields } from '@/features/wish/phone/phone-wish-fields';
import { PickWish } from '@/features/wish/phone/pick-wish';
import { usePhoneWish } from '@/features/wish/phone/use-phone-wish';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

type Tab = 'ask' | 'give' | 'arrived';
const TABS: readonly { readonly tab: Tab; readonly word: string }[] = [{ tab: 'ask', word: '想请人帮忙' }, { tab: 'give', word: '想帮别人' }, { tab: 'arrived', word: '说收到了' }];

/** 电话代办: one screen for whoever has somebody on the phone. */
export default function PhoneDeskPage() {
  return <MemberGate back="phoneDesk" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <PhoneDesk me={me} />}</MemberGate>;
}

function PhoneDesk({ me }: { me: MeView }) {
  const { params } = useRouter();
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one.tab === params.tab)?.tab ?? 'ask');
  const desk = useCaller();
  const head = (
    <View>
      <View className="u-sub">边听边记，记下的和自己在手机上办的一样算数。</View>
      <View className="u-mt3"><WhoCalls me={me} caller={desk.caller} onChange={desk.change} /></View>
      <View className="u-mt4"><ChipWrap>{TABS.map((one) => <Chip key={one.tab} kind="filter" on={one.tab === tab} onClick={() => setTab(one.tab)}>{one.word}</Chip>)}</ChipWrap></View>
    </View>
  );
  if (tab === 'ask') return <AskTab head={head} desk={desk} me={me} />;
  if (tab === 'give') return <GiveTab head={head} desk={desk} />;
  return <ArrivedTab head={head} desk={desk} />;
}

interface TabProps {
  readonly head: React.ReactNode;
  readonly desk: CallerDesk;
}

function AskTab({ head, desk, me }: TabProps & { me: MeView }) {
  const wish = usePhoneWish();
  const record = async (): Promise<void> => {
    const personId = await desk.resolve();
    if (personId === null) return;
    const wishId = await wish.send(personId);
    if (wishId === null) return;
    desk.hangUp();
    toast('记下了，同事会来审核');
    void openPage('wishDetail', { wishId });
  };
  const reason = wish.form.words.trim() === '' ? '先记一句想要什么' : '先问一声同不同意';
  const problem = desk.problem === '' ? (desk.failure ?? wish.failure) : { message: desk.problem };
  return (
    <Screen title="电话代办" bottom={<BottomBar failure={problem}><Button disabled={!wish.isReady} reason={reason} busy={desk.isBusy || wish.isBusy} busyText="正在记…" onClick={record}>记下来，送去审核</Button></BottomBar>}>
      {head}
      <View className="u-mt4"><PhoneWishFields wish={wish} me={me} /></View>
    </Screen>
  );
}

function GiveTab({ head, desk }: TabProps) {
  const [chosen, setChosen] = useState<WishCardView | null>(null);
  const [shares, setShares] = useState(1);
  const claim = useApiCommand('phone.recordClaim', { about: chosen?.wishId ?? '', invalidates: ['wish.wall', 'phone.waiting'] });
  const record = async (): Promise<void> => {
    if (chosen === null) return;
    const personId = await desk.resolve();
    if (personId === null) return;
    const held = await claim.run({ personId, wishId: chosen.wishId, shares });
    if (held === null) return;
    setChosen(null);
    void openPage('planClaim', { wishId: held.wishId, claimId: held.claimId });
  };
  const problem = desk.problem === '' ? (desk.failure ?? claim.failure) : { message: desk.problem };
  return (
    <Screen title="电话代办" bottom={<BottomBar failure={problem}><Button disabled={chosen === null} reason="先点一个心愿" busy={desk.isBusy || claim.isBusy} busyText="正在认…" onClick={record}>替 TA 认下，再问哪天送</Button></BottomBar>}>
      {head}
      <View className="u-mt4"><PickWish chosen={chosen} shares={shares} onChoose={(wish) => { setChosen(wish); setShares(1); claim.clear(); }} onShares={setShares} /></View>
    </Screen>
  );
}

function ArrivedTab({ head, desk }: TabProps) {
  const { personId } = desk.caller;
  return (
    <Screen title="电话代办">
      {head}
      {personId === null && <View className="u-mt4"><EmptyState scene="basket" title="先查到是哪一位" note="在上面输来电号码，点一下名字，TA 的心愿就在这里。" /></View>}
      {personId !== null && (
        <WaitingList
          personId={personId}
          wishTitle={<SectionHead title="TA 的心愿" />}
          claimTitle={<SectionHead title="TA 要帮的" />}
          wishRow={(wish) => <MyWishRow key={wish.wishId} wish={wish} onOpen={() => void openPage('wishDetail', { wishId: wish.wishId })} onStep={() => void openPage(wish.nextClaimId === null ? 'wishDetail' : 'confirmWish', { wishId: wish.wishId, claimId: wish.nextClaimId ?? undefined, step: wish.nextStep === 'rate' ? 'rate' : undefined })} />}
          claimRow={(claim) => <ClaimRow key={claim.claimId} claim={claim} contact={<ContactButton wishId={claim.wishId} claimId={claim.claimId} />} onOpen={() => void openPage('wishDetail', { wishId: claim.wishId })} onPlan={() => void openPage('planClaim', { wishId: claim.wishId, claimId: claim.claimId })} onDeliver={() => void openPage('deliverClaim', { wishId: claim.wishId, claimId: claim.claimId })} />}
        />
      )}
    </Screen>
  );
}
