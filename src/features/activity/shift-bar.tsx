import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ShiftCardView, ShiftDetailView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { IconButton } from '@/components/icon-button/icon-button';
import { Sheet } from '@/components/sheet/sheet';
import { LIMITS, type MySignUpView } from '@contract';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { isFull, stripDay } from './activity-words';
import { SIGN_UP_READS } from './sign-up-sheet';

const STANDING = ['joined', 'asked', 'waiting', 'offered'] as const;
const stands = (mine: MySignUpView | null): mine is MySignUpView => mine !== null && STANDING.some((state) => state === mine.state);

interface ShiftBarProps {
  readonly shift: ShiftDetailView;
  /** The first free one that is like it. */
  readonly like: ShiftCardView | null;
  readonly onSignUp: (isWaiting: boolean) => void;
  readonly onLike: (shiftId: string) => void;
}

/** The one thing to do on a shift's page: sign up, take the like one or wait, answer an offer, or give the place back. */
export function ShiftBar({ shift, like, onSignUp, onLike }: ShiftBarProps) {
  const share = <IconButton icon="share" label="转给邻居" showLabel openType="share" />;
  const mine = shift.mySignUp;
  if (mine !== null && mine.state === 'offered') return <OfferBar mine={mine} />;
  if (stands(mine)) return <LeaveBar mine={mine} />;
  if (shift.closedText !== null) return <BottomBar note={shift.closedText} aside={share}><Button kind="secondary" disabled reason="现在不能报名">报名</Button></BottomBar>;
  if (!isFull(shift)) return <BottomBar aside={share}><Button kind="green" onClick={() => onSignUp(false)}>报这一班</Button></BottomBar>;
  const canWait = shift.waitingCount < 2 * shift.capacity;
  if (like === null) return <BottomBar aside={share} {...(canWait ? {} : { note: '候补也排满了，看看别的班次。' })}><Button kind="green" disabled={!canWait} reason="候补也满了" onClick={() => onSignUp(true)}>排候补</Button></BottomBar>;
  return (
    <BottomBar aside={<Button kind="secondary" block={false} disabled={!canWait} reason="候补满了" onClick={() => onSignUp(true)}>排候补</Button>}>
      <Button kind="green" onClick={() => onLike(like.shiftId)}>看{stripDay(like.startsAtMs, serverNowMs()).replace(/^.* /, '')}这一班</Button>
    </BottomBar>
  );
}

function OfferBar({ mine }: { mine: MySignUpView }) {
  const command = useApiCommand('shift.answerOffer', { about: mine.signUpId, invalidates: SIGN_UP_READS });
  const answer = async (accept: boolean): Promise<void> => {
    const done = await command.run({ shiftId: mine.shiftId, signUpId: mine.signUpId, accept });
    if (done !== null) toast(accept ? '位子是您的了' : '让给下一位了，谢谢您说一声');
  };
  return (
    <BottomBar failure={command.failure} aside={<Button kind="secondary" block={false} disabled={command.isBusy} onClick={() => answer(false)}>让给别人</Button>}>
      <Button kind="green" busy={command.isBusy} busyText="正在记下…" onClick={() => answer(true)}>我来</Button>
    </BottomBar>
  );
}

/** Giving a place back: at once while it is early, with a word about why when it is late. */
function LeaveBar({ mine }: { mine: MySignUpView }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const command = useApiCommand('shift.cancelSignUp', {
    about: mine.signUpId, invalidates: SIGN_UP_READS,
    onDone: () => { setOpen(false); toast('位子让出来了，谢谢您说一声'); },
  });
  const isWaiting = mine.state === 'waiting';
  const leave = (): Promise<unknown> => command.run({ shiftId: mine.shiftId, signUpId: mine.signUpId, reason: reason.trim() });
  if (mine.startsAtMs <= serverNowMs()) return null;
  return (
    <>
      <BottomBar failure={isOpen ? null : command.failure} aside={<IconButton icon="share" label="转给邻居" showLabel openType="share" />}>
        <Button kind="secondary" onClick={() => setOpen(true)}>{isWaiting ? '不排了' : '我来不了'}</Button>
      </BottomBar>
      <Sheet isOpen={isOpen} title={isWaiting ? '不排候补了？' : '这一班来不了？'} onClose={() => setOpen(false)} action={<Button busy={command.isBusy} busyText="正在告诉领队…" onClick={leave}>{isWaiting ? '不排了' : '来不了，让给别人'}</Button>}>
        <View className="u-body">{leaveWords(mine)}</View>
        {!isWaiting && <View className="u-mt4"><Field label="什么事" value={reason} placeholder={mine.isLateToCancel ? '比如：孩子发烧了' : '可以不写'} maxLength={LIMITS.noteCharacters} showCount={false} error={command.fields.reason} onChange={setReason} /></View>}
        {command.failure !== null && command.fields.reason === undefined && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
      </Sheet>
    </>
  );
}

function leaveWords(mine: MySignUpView): string {
  if (mine.state === 'waiting') return '您的候补会让给后面的人，之后还能再排。';
  return mine.isLateToCancel ? '离开始不到 24 小时了，写一句什么事，领队好安排。临时有事不算爽约。' : '位子会马上让给候补的邻居。';
}
