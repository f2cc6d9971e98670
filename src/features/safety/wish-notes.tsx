import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useApiQuery } from '@/lib/use-api';
import { StaffNote } from './staff-note';

/** On a wish's page, for staff: what its givers told the social worker. Read only when asked for, because each reading is logged. */
export function WishNotes({ wishId }: { wishId: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Notes wishId={wishId} />;
  return <View className="u-center u-mt4"><Button kind="text" size="small" icon="lock" onClick={() => setOpen(true)}>送的人留给社工的话</Button></View>;
}

function Notes({ wishId }: { wishId: string }) {
  const query = useApiQuery('giverNote.ofWish', { wishId });
  return (
    <View className="u-mt5">
      <SectionHead title="送的人留给社工的话" note="看过一次，记一笔" />
      {query.data !== undefined && query.data.length === 0 && <View className="u-sub">还没有人留话。</View>}
      {query.data !== undefined && query.data.length > 0 && <View className="u-stack">{query.data.map((note) => <StaffNote key={note.noteId} note={note} />)}</View>}
      {query.data === undefined && (query.failure === null ? <SkeletonList kind="row" count={1} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />)}
    </View>
  );
}
