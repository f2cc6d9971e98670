import { useState } from 'react';
import type { ServiceRecordView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { HOURS_STALE } from './hours-stale';
import { WordsSheet } from './words-sheet';

/** Somebody says that I was there too: yes makes it count, no ends it with a sentence. */
export function SecondBar({ record }: { record: Pick<ServiceRecordView, 'recordId'> }) {
  const [isRefusing, setRefusing] = useState(false);
  const yes = useApiCommand('service.answerSecond', { about: `${record.recordId}.yes`, invalidates: HOURS_STALE, onDone: () => toast('谢谢您，这条记上了') });
  const no = useApiCommand('service.answerSecond', { about: `${record.recordId}.no`, invalidates: HOURS_STALE, onDone: () => { setRefusing(false); toast('知道了，这条不记'); } });
  return (
    <>
      <BottomBar failure={yes.failure} aside={<Button kind="secondary" block={false} disabled={yes.isBusy} onClick={() => setRefusing(true)}>不是这样</Button>}>
        <Button kind="green" busy={yes.isBusy} busyText="正在记…" onClick={() => yes.run({ recordId: record.recordId, accept: true, words: '' })}>是的，我在</Button>
      </BottomBar>
      <WordsSheet isOpen={isRefusing} title="哪里不是这样？" note="这条就不记了，补记的人会看到您写的这句。" placeholder="比如：我那天不在，请问问刘薇" button="这条不记" busyText="正在告诉 TA…" isBusy={no.isBusy} failure={no.failure} fieldError={no.fields.words} onSend={(words) => no.run({ recordId: record.recordId, accept: false, words })} onClose={() => setRefusing(false)} />
    </>
  );
}
