import { View } from '@tarojs/components';
import { GIVER_NOTE_LABEL, type StaffNoteView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { formatDeadline, formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';

const TONE = { smooth: 'green', nobodyHome: 'ochre', unsafe: 'accent' } as const;

function stateLine(note: StaffNoteView, nowMs: number): string {
  if (note.followUpDueAtMs === null) return '';
  if (note.isFollowedUp) return note.followUpWords === '' ? '问过了' : `后来：${note.followUpWords}`;
  return note.isLate ? '过了该去看的时间，街道也在看' : `${formatDeadline(note.followUpDueAtMs, nowMs)}去看看`;
}

/** What one giver said, and what came of it. */
export function StaffNote({ note }: { note: StaffNoteView }) {
  const nowMs = serverNowMs();
  const line = stateLine(note, nowMs);
  const { reportId } = note;
  return (
    <Card>
      <View className="u-row u-wrap u-between u-gap2">
        <View className="u-h3">{note.giverText}</View>
        <Tag tone={TONE[note.answer]}>{GIVER_NOTE_LABEL[note.answer]}</Tag>
      </View>
      {note.words !== '' && <View className="u-body u-break u-hang u-mt2">“{note.words}”</View>}
      <View className="u-cap u-mt1">{formatMoment(note.createdAtMs, nowMs)} 说的，收的人看不到</View>
      {line !== '' && <View className="u-sub u-break u-mt2">{line}</View>}
      {reportId !== null && <View className="u-links u-mt2"><Button kind="text" size="small" block={false} onClick={() => void openPage('staffSafety', { id: reportId })}>看不安全的那件</Button></View>}
    </Card>
  );
}
