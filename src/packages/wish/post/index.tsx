import type { MeView } from '@contract';
import { MemberGate } from '@/features/home/member-gate';
import { LookStep } from '@/features/wish/post/look-step';
import { SentScreen } from '@/features/wish/post/sent-screen';
import { WriteStep } from '@/features/wish/post/write-step';
import { usePostWish } from '@/features/wish/use-post-wish';
import { openPage, replacePage } from '@/lib/pages';

/** 发心愿 */
export default function PostWishPage() {
  return (
    <MemberGate title="发心愿" about="先加入您的社区，邻居才知道是自己人。" back="postWish">
      {(me) => <PostFlow me={me} />}
    </MemberGate>
  );
}

function PostFlow({ me }: { me: MeView }) {
  const post = usePostWish(me);
  if (post.step === 'sent' && post.sent !== null) return <SentScreen sent={post.sent} onMine={() => void replacePage('myWishes')} onHome={() => void replacePage('home')} />;
  if (post.step === 'look') return <LookStep post={post} me={me} />;
  return <WriteStep post={post} me={me} onOpenWish={(wishId) => void openPage('wishDetail', { wishId })} />;
}
