import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import type { HallClaimView, HallView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { HallScreen } from '@/features/round/hall-screen';
import { mergeClaims } from '@/features/round/merge-claims';
import { callApi } from '@/lib/call-api';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** The event itself is read again this often: it may be opened, or closed before its time. */
const ROUND_MS = 60_000;

/** Looks this far apart, so that a claim is on the screen within three seconds. */
const LOOK_MS = 2_000;

/** 大屏幕: follows an event along; the same page on a phone, a tablet and a hall's screen. */
export default function RoundHallPage() {
  const { params } = useRouter();
  return (
    <Screen title="">
      <MemberGate back="rounds">{() => <Hall roundId={readQuery(params, 'id') ?? ''} />}</MemberGate>
    </Screen>
  );
}

interface Followed {
  readonly hall: HallView | null;
  readonly claims: readonly HallClaimView[];
  readonly isStale: boolean;
}

/** One look after the other, never two at once; a failed one is followed by the next, and what stands stays. */
function useHall(roundId: string): Followed {
  const [followed, setFollowed] = useState<Followed>({ hall: null, claims: [], isStale: false });
  const isShown = useRef(true);
  useDidShow(() => { isShown.current = true; });
  useDidHide(() => { isShown.current = false; });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let sinceMs = 0;
    const look = async (): Promise<void> => {
      if (isShown.current) {
        try {
          const hall = await callApi('round.hall', { roundId, sinceMs });
          sinceMs = hall.claims[0]?.heldAtMs ?? sinceMs;
          setFollowed((before) => ({ hall, claims: mergeClaims(before.claims, hall.claims), isStale: false }));
        } catch {
          // The next look tells whether it is back; until then the page says that it is behind.
          setFollowed((before) => ({ ...before, isStale: true }));
        }
      }
      if (!isOver) timer = setTimeout(() => void look(), LOOK_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [roundId]);
  return followed;
}

function Hall({ roundId }: { roundId: string }) {
  const round = useApiQuery('round.get', { roundId });
  const picture = useApiQuery('round.screenPicture', { roundId }, { isEnabled: round.data?.canManage === true && round.data.screenCode !== null });
  const { hall, claims, isStale } = useHall(roundId);
  const readAgain = useRef(round.refresh);
  readAgain.current = round.refresh;
  useEffect(() => {
    const timer = setInterval(() => void readAgain.current(), ROUND_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    // A hall's screen must not go dark; where the phone does not allow it, somebody taps it awake.
    void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined);
    return () => void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined);
  }, []);
  if (round.data === undefined) return round.failure === null ? <SkeletonList count={3} /> : <ErrorState failure={round.failure} onRetry={() => void round.refresh()} />;
  if (hall === null && round.data.state === 'draft') return <EmptyState scene="branch" title="还没开始" note="在活动页里点“开始”，大屏幕就亮起来。" action={<Button onClick={() => replacePage('round', { id: roundId })}>去活动页</Button>} />;
  if (hall === null && round.data.state === 'cancelled') return <EmptyState title="这场活动取消了" link={{ text: '看别的活动', onClick: () => void replacePage('rounds') }} />;
  if (hall === null) return isStale ? <ErrorState title="还没接上" note="正在一遍遍地试，接上就会出来。" /> : <SkeletonList count={3} />;
  return <View><HallScreen round={round.data} hall={hall} claims={claims} isStale={isStale} pictureUri={picture.data?.pictureUri ?? null} /></View>;
}
