import { MyCertificates } from '@/features/certificate/my-certificates';
import { MemberGate } from '@/features/home/member-gate';

/** 我的证明 */
export default function MyCertificatesPage() {
  return <MemberGate title="我的证明" about="先加入您的社区，再来看您的证明。" back="certificates">{() => <MyCertificates />}</MemberGate>;
}
