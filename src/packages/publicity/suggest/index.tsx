import { Screen } from '@/components/screen/screen';
import { SuggestForm } from '@/features/difficulty/suggest-form';
import { MemberGate } from '@/features/member/member-gate';

/** 说一位要帮的邻居: told quietly; staff go and look. */
export default function SuggestPersonPage() {
  return (
    <Screen title="说一位要帮的邻居">
      <MemberGate back="suggestPerson">{() => <SuggestForm />}</MemberGate>
    </Screen>
  );
}
