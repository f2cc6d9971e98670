import { Notice } from '@/components/notice/notice';
import { Tag } from '@/components/tag/tag';
import { useApiPages } from '@/lib/use-api';

const useCount = (areaId: string): string | null => {
  const pages = useApiPages('callList.page', { areaId });
  return pages.items.length === 0 ? null : `${pages.items.length}${pages.isEnd ? '' : '+'} 位`;
};

/** How many are to be called, beside the door; nothing while nobody is or nothing is known. */
export function CallListCount({ areaId }: { areaId: string }) {
  const count = useCount(areaId);
  return count === null ? null : <Tag tone="accent">{`${count}要打`}</Tag>;
}

/** The same as a strip that leads there. */
export function CallListDoor({ areaId, onOpen }: { areaId: string; onOpen: () => void }) {
  const count = useCount(areaId);
  return count === null ? null : <Notice icon="phone" onClick={onOpen}>{`${count}邻居收不到提醒，打个电话`}</Notice>;
}
