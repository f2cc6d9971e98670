import { Tag } from '@/components/tag/tag';
import { useApiPages } from '@/lib/use-api';

/** How many wait, beside the door of the desk; nothing while none does or none is known. */
export function DirectedDeskCount() {
  const pages = useApiPages('directed.waiting', { areaId: null });
  return pages.items.length === 0 ? null : <Tag tone="accent">{`${pages.items.length}${pages.isEnd ? '' : '+'} 件在等`}</Tag>;
}
