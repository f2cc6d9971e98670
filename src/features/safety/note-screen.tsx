import { View } from '@tarojs/components';
import { GIVER_NOTE_LABEL, LIMITS, type GiverNoteAnswer, type GiverNoteDoorView } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Screen } from '@/components/screen/screen';
import { useDraft } from '@/lib/drafts';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { DangerFields } from './danger-fields';
import { dangerWaits, EMPTY_DANGER, phoneOf, type DangerForm } from './danger-form';
import { Emergency } from './emergency';
import { noteLine, noteTitle } from './safety-words';

interface NoteForm extends DangerForm {
  readonly answer: GiverNoteAnswer | null;
}

const EMPTY: NoteForm = { ...EMPTY_DANGER, answer: null };
const TITLE = '跟社工说一声';

/** One question for the social worker; nobody rates whoever was helped. */
export function NoteScreen({ door }: { door: GiverNoteDoorView }) {
  if (door.note !== null) return <Left door={door} note={door.note} />;
  if (door.answers.length > 0) return <Ask door={door} />;
  return <Screen title={TITLE}><EmptyState scene="basket" title="还早了点" note="说好哪天送以后，再来跟社工说。" action={<Button onClick={() => void openPage('myClaims')}>看看我的认领</Button>} /></Screen>;
}

function Ask({ door }: { door: GiverNoteDoorView }) {
  const draft = useDraft(`note.${door.claimId}`, EMPTY);
  const leave = useApiCommand('giverNote.leave', { about: door.claimId, invalidates: ['giverNote.door', 'safety.door'], onDone: draft.clear });
  const { answer, words, safetyKind } = draft.value;
  const isUnsafe = answer === 'unsafe';
  const wait = answer === null ? '先点一个' : isUnsafe ? dangerWaits(draft.value) : '';
  const change = (patch: Partial<NoteForm>): void => {
    leave.clear();
    draft.change(patch);
  };
  const send = (): unknown => {
    if (answer === null) return undefined;
    const said = { wishId: door.wishId, claimId: door.claimId, answer, words };
    return leave.run(isUnsafe ? { ...said, safetyKind: safetyKind ?? 'other', phone: phoneOf(draft.value) } : said);
  };
  const isFieldWrong = leave.fields.words !== undefined || leave.fields.phone !== undefined;
  return (
    <Screen title={TITLE} bottom={<BottomBar failure={isFieldWrong ? null : leave.failure}><Button busy={leave.isBusy} busyText="正在告诉社工…" disabled={wait !== ''} reason={wait} onClick={send}>{isUnsafe ? '马上告诉社区' : '告诉社工'}</Button></BottomBar>}>
      <View className="u-display">这趟怎么样？</View>
      <View className="u-sub u-break u-mt1">{door.wishTitle}</View>
      <View className="u-cap u-row u-gap1 u-mt2"><Icon name="lock" size={16} />只有社区看得到，收的人看不到</View>
      <View className="u-mt5"><BigAnswer options={door.answers.map((value) => ({ value, title: GIVER_NOTE_LABEL[value] }))} value={answer} onChange={(value) => change({ answer: value })} /></View>
      {isUnsafe && <View className="u-mt5"><Emergency dutyPhone={door.dutyPhone} /></View>}
      {isUnsafe && <View className="u-mt5"><DangerFields form={draft.value} fields={leave.fields} change={change} /></View>}
      {answer !== null && !isUnsafe && <View className="u-mt5"><Field kind="textarea" label="想多说一句（可不写）" value={words} maxLength={LIMITS.noteCharacters} placeholder={answer === 'nobodyHome' ? '比如：敲了三次门，屋里开着灯' : '比如：腿脚不太好，下次可以多坐一会儿'} error={leave.fields.words} onChange={(text) => change({ words: text })} /></View>}
      {answer === 'nobodyHome' && <View className="u-cap u-mt3">社工会打电话、上门看看人好不好，看过告诉您一声。</View>}
      {answer !== null && <View className="u-cap u-mt2">每次帮忙说一回，说了就改不了。</View>}
    </Screen>
  );
}

function Left({ door, note }: { door: GiverNoteDoorView; note: NonNullable<GiverNoteDoorView['note']> }) {
  const nowMs = serverNowMs();
  const about = { wishId: door.wishId, claimId: door.claimId };
  return (
    <Screen title={TITLE} bottom={<BottomBar><Button onClick={() => void openPage('myClaims')}>看看我的认领</Button></BottomBar>}>
      <View className="u-display">社工收到了</View>
      <View className="u-sub u-break u-mt1">{door.wishTitle}</View>
      <View className="u-mt5">
        <Card>
          <View className="u-h3">{noteTitle(note)}</View>
          {note.words !== '' && <View className="u-body u-break u-mt1">“{note.words}”</View>}
          <View className="u-cap u-mt1">{formatMoment(note.createdAtMs, nowMs)} 说的，收的人看不到</View>
          <View className="u-body u-mt3">{noteLine(note, nowMs)}</View>
        </Card>
      </View>
      {note.answer === 'unsafe' ? (
        <View className="u-mt4"><Button kind="secondary" onClick={() => void openPage('safety', about)}>看社区办到哪一步了</Button></View>
      ) : (
        <View className="u-center u-mt4"><Button kind="text" icon="shield" onClick={() => void openPage('safety', about)}>有安全问题，直接告诉社区</Button></View>
      )}
    </Screen>
  );
}
