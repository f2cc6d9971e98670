import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { ACTIVITY_KIND_LABEL, type ShiftDetailView, type SignUpReplyView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { dateSpan, isFull, needWords, offerWords } from '@/features/activity/activity-words';
import { CheckIn } from '@/features/activity/check-in';
import { DateStrip } from '@/features/activity/date-strip';
import { LikeShift } from '@/features/activity/like-shift';
import { MySignUpPanel } from '@/features/activity/my-sign-up-panel';
import { ShiftBar } from '@/features/activity/shift-bar';
import { ShiftSeats } from '@/features/activity/shift-seats';
import { SignUpSheet } from '@/features/activity/sign-up-sheet';
import { Welcome } from '@/features/home/welcome';
import { openPage, pageUrl, readQuery, replacePage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useSession } from '@/lib/session';
import { shareCard } from '@/lib/share-card';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 班次; also where a share card lands. */
export default function ShiftPage() {
  const shiftId = readQuery(useRouter().params, 'id') ?? '';
  const session = useSession();
  const query = useApiQuery('shift.get', { shiftId }, { isEnabled: session.status === 'joined' });
  const shift = query.data;
  useListPage({ refresh: query.refresh });
  useShareAppMessage(() => shareCard(shift === undefined ? '社区有活动，一起来' : `${shift.title}，${dateSpan(shift, serverNowMs())}，一起来`, pageUrl('shift', { id: shiftId }), 'shift'));
  if (session.status === 'guest') return <Screen title="社区有活动"><Welcome about="加入您的社区，就能看到这一班，也能报名。" onJoin={() => void openPage('join', { back: pageUrl('shift', { id: shiftId }) })} /></Screen>;
  if (shift !== undefined) return <LoadedShift shift={shift} />;
  const failure = session.failure ?? query.failure;
  if (failure === null) return <Screen title=""><SkeletonDetail /></Screen>;
  return <Screen title="班次"><ErrorState failure={failure} onRetry={() => void (session.status === 'failed' ? session.refresh() : query.refresh())} link={{ text: '看看别的活动', onClick: () => void openPage('activities') }} /></Screen>;
}

const DONE: Readonly<Record<SignUpReplyView['outcome'], string>> = { joined: '报上了，到时候见', asked: '位子给您留着，等领队点头', waiting: '排上了，空出来先给您', full: '刚刚满了' };

function LoadedShift({ shift }: { shift: ShiftDetailView }) {
  const [asking, setAsking] = useState<'join' | 'wait' | null>(null);
  const around = useApiQuery('shift.similar', { shiftId: shift.shiftId, activityId: shift.activityId, kind: shift.kind });
  const dates = around.data?.dates ?? [];
  const like = isFull(shift) && shift.state === 'open' ? (around.data?.similar[0] ?? null) : null;
  const done = (reply: SignUpReplyView): void => {
    toast(DONE[reply.outcome]);
    // Full in the meantime: the page now says what is like it, and the waitlist is one tap away.
    setAsking(null);
  };
  const open = (shiftId: string): void => void replacePage('shift', { id: shiftId });
  const bar = <ShiftBar shift={shift} like={like} onSignUp={(isWaiting) => setAsking(isWaiting ? 'wait' : 'join')} onLike={open} />;
  return (
    <Screen title="" gutter={false} bottom={bar}>
      <View className="u-gutter"><ShiftHead shift={shift} /></View>
      {dates.length > 1 && <View className="u-mt5"><DateStrip dates={dates} chosenId={shift.shiftId} likeId={like?.shiftId ?? null} onChoose={open} /></View>}
      <View className="u-gutter u-mt4">
        {shift.mySignUp !== null && <View className="u-mt1"><MySignUpPanel mine={shift.mySignUp} /></View>}
        {shift.mySignUp?.state === 'joined' && <CheckIn mine={shift.mySignUp} />}
        <View className="u-mt4"><ShiftSeats shift={shift} /></View>
        {like !== null && shift.mySignUp === null && <View className="u-mt4"><LikeShift full={shift} like={like} onOpen={() => open(like.shiftId)} /></View>}
        {isFull(shift) && shift.mySignUp === null && shift.closedText === null && <WaitWords shift={shift} />}
        <View className="u-body u-preline u-mt5">{shift.story}</View>
        <View className="act-facts"><KeyValue rows={[{ label: '在哪儿', value: shift.placeText }, ...needWords(shift), { label: '有事问', value: shift.contactRole }]} /></View>
        {(shift.canLead || shift.canManage) && <LeadDoors shift={shift} />}
      </View>
      <SignUpSheet shift={shift} isOpen={asking !== null} isWaiting={asking === 'wait'} onClose={() => setAsking(null)} onDone={done} />
    </Screen>
  );
}

function ShiftHead({ shift }: { shift: ShiftDetailView }) {
  return (
    <View className="act-head">
      <View className="u-grow">
        <View className="act-head-tags">
          <Tag tone="green">{ACTIVITY_KIND_LABEL[shift.kind]}</Tag>
          {shift.state === 'cancelled' && <Tag tone="accent">取消了</Tag>}
        </View>
        <View className="u-title u-mt2">{shift.title}</View>
        <View className="u-sub u-mt1">{shift.organiserName}{shift.leadName === null ? '' : ` · 领队 ${shift.leadName}`}</View>
      </View>
      <View className="act-head-picture"><PictureTile drawing={pictureOf(shift.pictureKey)} size={92} /></View>
    </View>
  );
}

/** What the waitlist promises. */
function WaitWords({ shift }: { shift: ShiftDetailView }) {
  return (
    <View className="u-mt4">
      <View className="u-bold">一定要这一班？排候补</View>
      <View className="u-sub u-mt1">{shift.waitingCount === 0 ? '您排第一位。' : `前面有 ${shift.waitingCount} 位。`}空出来会先给您留 {offerWords(shift.startsAtMs, serverNowMs(), shift.rules)}，到时候提醒您点一下。</View>
    </View>
  );
}

function LeadDoors({ shift }: { shift: ShiftDetailView }) {
  return (
    <View className="u-stack u-mt5">
      {shift.state === 'cancelled' && <Notice tone="info">这一班取消了，报名的人都已经告诉了。</Notice>}
      {shift.canLead && <LinkRow icon="list" note="谁来了、几点到几点，一次记好" onClick={() => void openPage('roster', { id: shift.shiftId })}>名单</LinkRow>}
      {shift.canManage && <LinkRow icon="edit" note="时间、地点、人数，或者取消" onClick={() => void openPage('activity', { id: shift.activityId })}>管理这个活动</LinkRow>}
    </View>
  );
}
