import { Screen } from '@/components/screen/screen';
import { CallListScreen } from '@/features/call-list/call-list-screen';
import { MemberGate } from '@/features/member/member-gate';
import { staffAreaOf } from '@/features/rescue/staff-area';

/** 打电话提醒: whom staff call, because no message reached them. */
export default function CallsPage() {
  return (
    <Screen title="打电话提醒">
      <MemberGate back="callList" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <CallListScreen areaId={staffAreaOf(me)} />}</MemberGate>
    </Screen>
  );
}
