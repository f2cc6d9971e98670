import { View } from '@tarojs/components';
import { LIMITS, type StaffNoteView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { TitleWords } from '@/components/title-words/title-words';
import { useDraft } from '@/lib/drafts';
import { openPage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { StaffNote } from './staff-note';

const FOUND = ['打通了，人好好的，出门了', '上门看过，人在家，没听见敲门', '家里人说不住这儿了'] as const;
const EMPTY = { words: '' };

/** Nobody was at home: somebody looks, and says how the person is. Nobody but staff reads it. */
export function FollowUpScreen({ note, onDone }: { note: StaffNoteView; onDone: (words: string) => void }) {
  return (
    <View>
      <TitleWords text={note.wishTitle} className="u-display u-mt2" />
      <View className="u-mt4"><StaffNote note={note} /></View>
      <View className="u-center u-mt1"><Button kind="text" size="small" onClick={() => void openPage('wishDetail', { wishId: note.wishId })}>看这个心愿</Button></View>
      {note.canFollowUp && <FollowUpForm noteId={note.noteId} onDone={onDone} />}
    </View>
  );
}

function FollowUpForm({ noteId, onDone }: { noteId: string; onDone: (words: string) => void }) {
  const draft = useDraft(`note.followUp.${noteId}`, EMPTY);
  const followUp = useApiCommand('giverNote.followUp', { about: noteId, invalidates: ['staff.queue', 'giverNote.read', 'giverNote.ofWish'], onDone: () => { draft.clear(); onDone('记下了，这件办好了'); } });
  const { words } = draft.value;
  return (
    <View>
      <SectionHead title="人怎么样了" note="只有社区看得到" />
      <ChipWrap>{FOUND.map((each) => <Chip key={each} on={words === each} onClick={() => draft.change({ words: each })}>{each}</Chip>)}</ChipWrap>
      <View className="u-mt3"><Field kind="textarea" label="写一句" value={words} maxLength={LIMITS.noteCharacters} placeholder="打了几次电话，去看了没有，人好不好" error={followUp.fields.words} onChange={(text) => { followUp.clear(); draft.change({ words: text }); }} /></View>
      {followUp.failure !== null && followUp.fields.words === undefined && <View className="u-mt3"><Notice tone="warn">{followUp.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={followUp.isBusy} busyText="正在记…" disabled={words.trim() === ''} reason="先写一句" onClick={() => followUp.run({ noteId, words })}>看过了，记下来</Button></View>
      <View className="u-cap u-mt3">送的人只会知道社工问过了。</View>
    </View>
  );
}
