import { useRouter } from '@tarojs/taro';
import { useRef } from 'react';
import type { ShiftDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ShiftRatingScreen } from '@/features/rating/shift-rating-screen';
import { openPage, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 这次怎么样？ By whoever was at a shift. */
export default function RateShiftPage() {
  return <MemberGate back="mySchedule">{() => <RateShift />}</MemberGate>;
}

function RateShift() {
  const shiftId = readQuery(useRouter().params, 'id') ?? '';
  const query = useApiQuery('shift.get', { shiftId });
  // Kept as it was when the person came: their own answer must not take the question away from them.
  const first = useRef<ShiftDetailView | null>(null);
  if (first.current === null && query.data?.mySignUp?.canRate === true) first.current = query.data;
  if (first.current !== null) return <ShiftRatingScreen shift={first.current} />;
  if (query.data === undefined) {
    return <Screen title="这次怎么样">{query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的活动', onClick: () => void openPage('activities') }} />}</Screen>;
  }
  return <Screen title="这次怎么样"><EmptyState scene="basket" title="这里没有要您说的了" note="已经说过了，或者名单还没记好" action={<Button onClick={() => void replacePage('mySchedule')}>看看我的班次</Button>} /></Screen>;
}
