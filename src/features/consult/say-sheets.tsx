import type { ConsultPointView } from '@contract';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { CONSULT_STALE } from './consult-stale';

/** What is being said: an addition, an objection to a point, or nothing. */
export type Saying = { readonly kind: 'add' } | { readonly kind: 'object'; readonly point: ConsultPointView } | null;

/** One sentence, added or against a point. */
export function SaySheets({ consultId, saying, onClose }: { consultId: string; saying: Saying; onClose: () => void }) {
  const options = { invalidates: CONSULT_STALE };
  const add = useApiCommand('consult.say', { ...options, about: `${consultId}:add`, onDone: () => { onClose(); toast('添上了'); } });
  const object = useApiCommand('consult.say', { ...options, about: `${consultId}:object`, onDone: () => { onClose(); toast('记下了，社区看过就公开'); } });
  const point = saying?.kind === 'object' ? saying.point : null;
  return (
    <>
      <WordsSheet isOpen={saying?.kind === 'add'} title="还想加一条什么？" note="一人一条，写您觉得要紧的事。别写谁家、谁的病。" placeholder="比如：送东西之前先打个电话" actionText="添上这一条" command={add} field="text" onClose={onClose} onSend={(text) => add.run({ consultId, kind: 'add', point: null, text })} />
      <WordsSheet isOpen={point !== null} title={point === null ? '' : `第 ${point.no} 条哪里不合适？`} note="写一句为什么。别人看得到这句话，看不到是谁说的；社区的人知道是您，好来问清楚。" placeholder="比如：一天送完太赶，老人吃不消" actionText="说给社区听" command={object} field="text" onClose={onClose} onSend={(text) => point !== null && object.run({ consultId, kind: 'object', point: point.no, text })} />
    </>
  );
}
