import type { MeView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Welcome } from '@/features/home/welcome';
import { LookStep } from '@/features/wish/post/look-step';
import { SentScreen } from '@/features/wish/post/sent-screen';
import { WriteStep } from '@/features/wish/post/write-step';
import { usePostWish } from '@/features/wish/use-post-wish';
import { openPage, replacePage } from '@/lib/pages';
import { useSession } from '@/lib/session';

/** 发心愿 */
export default function PostWishPage() {
  const session = useSession();
  if (session.me !== null) return <PostFlow me={session.me} />;
  return (
    <Screen title="发心愿">
      {session.status === 'loading' && <SkeletonList kind="row" count={4} />}
      {session.status === 'failed' && <ErrorState failure={session.failure} kept="草稿还在这部手机上" onRetry={() => void session.refresh()} />}
      {session.status === 'guest' && <Welcome about="先加入您的社区，邻居才知道是自己人。" onJoin={() => void openPage('join', { back: 'postWish' })} />}
    </Screen>
  );
}

function PostFlow({ me }: { me: MeView }) {
  const post = usePostWish(me);
  if (post.step === 'sent' && post.sent !== null) return <SentScreen sent={post.sent} onMine={() => void replacePage('myWishes')} onHome={() => void replacePage('home')} />;
  if (post.step === 'look') return <LookStep post={post} me={me} />;
  return <WriteStep post={post} me={me} onOpenWish={(wishId) => void openPage('wishDetail', { wishId })} />;
}
