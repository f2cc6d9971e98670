import { LinkRow } from '@/components/link-row/link-row';
import { callPhone } from '@/lib/call-phone';

export interface PhoneLineProps {
  /** Who it is, or where the number comes from. */
  readonly title: string;
  /** Null: nobody left one. */
  readonly phone: string | null;
  /** Instead of a number: what to do, and whom to call about it. */
  readonly without?: { readonly note: string; readonly phone: string };
}

/** One number to call with a tap; without one, whom to ask instead. */
export function PhoneLine({ title, phone, without }: PhoneLineProps) {
  if (phone !== null) return <LinkRow icon="phone" note={phone} onClick={() => void callPhone(phone)}>{title}</LinkRow>;
  if (without === undefined) return null;
  return <LinkRow icon="user" note={`${without.note}：${without.phone}`} onClick={() => void callPhone(without.phone)}>{title}</LinkRow>;
}
