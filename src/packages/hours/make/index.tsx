import { MakeCertificate } from '@/features/certificate/make-certificate';
import { MemberGate } from '@/features/home/member-gate';

/** 开一张证明 */
export default function MakeCertificatePage() {
  return <MemberGate title="开一张证明" about="先加入您的社区，再来开证明。" back="certificates">{() => <MakeCertificate />}</MemberGate>;
}
