import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ServiceRecordView } from '@contract';
import { LinkRow } from '@/components/link-row/link-row';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { CorrectSheet } from './correct-sheet';
import { HOURS_STALE } from './hours-stale';
import { WordsSheet } from './words-sheet';

type Act = 'ask' | 'correct' | 'answerAsk' | 'revoke';

/** What the reader may do about a record; each opens a sheet that says what follows. */
export function RecordActs({ record }: { record: ServiceRecordView }) {
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  if (!record.canAsk && !record.canCorrect && !record.canAnswerAsk && !record.canRevoke) return null;
  return (
    <View className="u-mt4">
      {record.canAsk && <LinkRow icon="ask" note="时间、事情对不上，说一声，有人核对" onClick={() => setAct('ask')}>这条不对？</LinkRow>}
      {record.canCorrect && <LinkRow icon="edit" note="几点到、几点走，改成对的" onClick={() => setAct('correct')}>改时间</LinkRow>}
      {record.canAnswerAsk && <LinkRow icon="check" note="核对过没有错，说明一句" onClick={() => setAct('answerAsk')}>不用改，回 TA 一句</LinkRow>}
      {record.canRevoke && <LinkRow icon="close" note="人没来，或者记错了人" onClick={() => setAct('revoke')}>撤销这一条</LinkRow>}
      {act === 'ask' && <AskSheet recordId={record.recordId} onClose={close} />}
      {act === 'correct' && <CorrectSheet record={record} isOpen onClose={close} />}
      {act === 'answerAsk' && <AnswerAskSheet recordId={record.recordId} onClose={close} />}
      {act === 'revoke' && <RevokeSheet recordId={record.recordId} onClose={close} />}
    </View>
  );
}

interface ActSheetProps {
  readonly recordId: string;
  readonly onClose: () => void;
}

function AskSheet({ recordId, onClose }: ActSheetProps) {
  const command = useApiCommand('service.ask', { about: recordId, invalidates: HOURS_STALE, onDone: () => { onClose(); toast('知道了，核对好告诉您'); } });
  return <WordsSheet isOpen title="哪里不对？" note="领队和社区会核对，改了或不改都会告诉您为什么。核对好以前，这条先照旧。" placeholder="比如：我 8:50 就到了，11:10 才走" button="说一声" busyText="正在告诉社区…" isBusy={command.isBusy} failure={command.failure} fieldError={command.fields.words} onSend={(words) => command.run({ recordId, words })} onClose={onClose} />;
}

function AnswerAskSheet({ recordId, onClose }: ActSheetProps) {
  const command = useApiCommand('service.decideAsk', { about: recordId, invalidates: HOURS_STALE, onDone: () => { onClose(); toast('告诉 TA 了'); } });
  return <WordsSheet isOpen title="不用改，回 TA 一句" note="这条照旧。您写的 TA 看得到。" placeholder="比如：和签到对过，是 9:20 到的" button="就这么回" busyText="正在告诉 TA…" isBusy={command.isBusy} failure={command.failure} fieldError={command.fields.words} onSend={(words) => command.run({ recordId, words })} onClose={onClose} />;
}

function RevokeSheet({ recordId, onClose }: ActSheetProps) {
  const command = useApiCommand('service.revoke', { about: recordId, invalidates: HOURS_STALE, onDone: () => { onClose(); toast('撤销了，告诉 TA 了'); } });
  return <WordsSheet isOpen title="撤销这一条？" note="这段时间就不算了，跟着它来的积分也退回。撤销以后不能再改回来，要记就重新补。TA 会收到您写的原因。" placeholder="比如：那天没来，名单上点错了人" button="撤销，告诉 TA" busyText="正在撤销…" isBusy={command.isBusy} failure={command.failure} fieldError={command.fields.reason} onSend={(reason) => command.run({ recordId, reason })} onClose={onClose} />;
}
