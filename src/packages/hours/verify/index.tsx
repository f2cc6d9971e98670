import { useRouter } from '@tarojs/taro';
import { VerifyScreen } from '@/features/certificate/verify-screen';
import { readQuery } from '@/lib/pages';

/** 核对证明: open to anybody; a link brings its number. */
export default function VerifyPage() {
  const { params } = useRouter();
  return <VerifyScreen initial={readQuery(params, 'number') ?? ''} />;
}
