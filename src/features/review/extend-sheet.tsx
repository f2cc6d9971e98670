import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { NoteSheet } from './note-sheet';

const REASONS = ['货晚到两天', '这两天不在家，回来就送', '和收的人约了新的日子'] as const;

export interface ExtendSheetProps {
  wishId: string;
  claimId: string;
  /** Reads that this makes stale. */
  stale: readonly RouteName[];
  onDone: (words: string) => void;
}

/** Some days more for a giver who is late, after a call; both sides hear the new day, and the task is settled by it. */
export function ExtendSheet({ wishId, claimId, stale, onDone }: ExtendSheetProps) {
  const [isOpen, setOpen] = useState(false);
  const extend = useApiCommand('claim.extend', {
    about: claimId,
    invalidates: stale,
    onDone: (claim) => onDone(claim.deliverByMs === null ? '延了几天，两边都知道了' : `延到 ${formatDate(claim.deliverByMs, serverNowMs())}，两边都知道了`),
  });
  return (
    <View>
      <Button onClick={() => setOpen(true)}>还能送，延几天</Button>
      <NoteSheet
        isOpen={isOpen}
        title="为什么晚几天？"
        hint="收的人会看到这句话和新的日子。先和两边都通过电话。"
        templates={REASONS}
        buttonText="延几天"
        emptyText="请写一句为什么晚"
        isBusy={extend.isBusy}
        error={extend.failure?.message ?? ''}
        onSend={(reason) => void extend.run({ wishId, claimId, reason })}
        onClose={() => setOpen(false)}
      />
    </View>
  );
}
