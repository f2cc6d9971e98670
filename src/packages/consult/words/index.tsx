import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { WordList } from '@/features/consult/word-list';
import { MemberGate } from '@/features/member/member-gate';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 大家说的 */
export default function ConsultWordsPage() {
  const { params } = useRouter();
  const kind = readQuery(params, 'kind') === 'object' ? 'object' : 'add';
  return <Screen title={kind === 'add' ? '大家想加的' : '不同意见'}><MemberGate>{() => <Words consultId={readQuery(params, 'id') ?? ''} kind={kind} />}</MemberGate></Screen>;
}

function Words({ consultId, kind }: { consultId: string; kind: 'add' | 'object' }) {
  const query = useApiQuery('consult.get', { consultId });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="wish" count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return <WordList consult={query.data} kind={kind} />;
}
