import { useRouter } from '@tarojs/taro';
import { CertificateScreen } from '@/features/certificate/certificate-screen';
import { MemberGate } from '@/features/home/member-gate';
import { readQuery } from '@/lib/pages';

/** 证明 */
export default function CertificatePage() {
  const { params } = useRouter();
  return <MemberGate title="证明" about="先加入您的社区，再来看您的证明。" back="certificates">{() => <CertificateScreen certificateId={readQuery(params, 'id') ?? ''} />}</MemberGate>;
}
