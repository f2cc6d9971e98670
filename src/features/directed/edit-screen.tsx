import { type ReactNode, useState } from 'react';
import { View } from '@tarojs/components';
import type { DirectedView, DirectedWordsInput, GiverInput } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { withKnownUses } from '@/lib/budget-uses';
import { type Draft, useDraft } from '@/lib/drafts';
import { type FormErrors, withoutPrefix } from '@/lib/form-errors';
import { goBack, replacePage } from '@/lib/pages';
import { showFirstWrong } from '@/lib/show-first-wrong';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useBudgetUses } from '@/lib/use-budget-uses';
import { DirectedFields } from './directed-fields';
import { checkDirectedForm, type DirectedForm, EMPTY_DIRECTED, formOfDirected } from './directed-form';
import { DIRECTED_STALE } from './directed-stale';
import { GiftGate } from './gift-gate';

interface NewDirectedProps {
  /** Null: the giver's own community. */
  readonly communityId: string | null;
  readonly as: GiverInput;
  readonly asWhom: ReactNode;
}

/** 送一份: one page, kept on the phone until it is sent. */
export function NewDirectedScreen({ communityId, as, asWhom }: NewDirectedProps) {
  const draft = useDraft<DirectedForm>('directed.new', EMPTY_DIRECTED);
  const offer = useApiCommand('directed.offer', { invalidates: DIRECTED_STALE, onDone: ({ directedId }) => { draft.clear(); toast('交给社区了，有答复马上告诉您'); void replacePage('directed', { id: directedId }); } });
  const lane = useApiQuery('lane.isOpen', { areaId: communityId, lane: 'directed' });
  return <Editor title="送一份" draft={draft} command={offer} asWhom={asWhom} communityId={communityId} isShut={lane.data?.isOpen === false} onSend={(words) => offer.run({ communityId, as, words })} actionText="写好了，交给社区看" note={draft.savedAtMs === null ? '社区答复以前都能改，现在不用付钱' : '草稿在手机里了'} />;
}

const NOT_NOW = { title: '现在改不了', note: '社区已经答复了，或者不是您给的。' } as const;

/** 改内容: until staff answered, or when they asked back. */
export function EditDirectedScreen({ directedId }: { directedId: string }) {
  return <GiftGate directedId={directedId} title="改内容" refusalOf={({ may }) => (may.canEdit ? null : NOT_NOW)}>{(gift) => <Edit gift={gift} />}</GiftGate>;
}

function Edit({ gift }: { gift: DirectedView }) {
  const { directedId, state, note, communityId } = gift;
  const [stored] = useState(() => formOfDirected(gift));
  const draft = useDraft<DirectedForm>(`directed.edit.${directedId}`, stored);
  const update = useApiCommand('directed.update', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => { draft.clear(); void goBack(); } });
  return <Editor title="改内容" draft={draft} command={update} asWhom={null} communityId={communityId} onSend={(words) => update.run({ directedId, words })} actionText={state === 'asked' ? '补好了，再交给社区' : '存好'} {...(state === 'asked' && note !== '' ? { asked: note } : {})} />;
}

interface EditorProps {
  readonly title: string;
  readonly draft: Draft<DirectedForm>;
  readonly command: { readonly isBusy: boolean; readonly failure: { readonly message: string } | null; readonly fields: FormErrors; readonly clear: () => void };
  readonly asWhom: ReactNode;
  /** Whom it is for; null: the reader's own community. */
  readonly communityId: string | null;
  /** The lane takes nothing now: what is written stays on the phone. */
  readonly isShut?: boolean;
  readonly onSend: (words: DirectedWordsInput) => unknown;
  readonly actionText: string;
  /** What staff asked for. */
  readonly asked?: string;
  readonly note?: string;
}

function Editor({ title, draft, command, asWhom, communityId, isShut = false, onSend, actionText, asked, note }: EditorProps) {
  const [errors, setErrors] = useState<FormErrors>({});
  const uses = useBudgetUses();
  const send = (): void => {
    const checked = checkDirectedForm(withKnownUses(draft.value, uses));
    setErrors(checked.errors ?? {});
    if (checked.words !== null) onSend(checked.words);
    else showFirstWrong();
  };
  const change = (patch: Partial<DirectedForm>): void => {
    setErrors({});
    command.clear();
    draft.change(patch);
  };
  const shown = { ...withoutPrefix(command.fields, 'words'), ...errors };
  const failure = Object.keys(shown).length > 0 ? { message: '还有几处要补，看看红色的字。' } : command.failure;
  return (
    <Screen title={title} bottom={<BottomBar failure={failure} {...(note === undefined || isShut ? {} : { note })}><Button busy={command.isBusy} busyText="正在交…" disabled={isShut} reason="这会儿没开，先留着" onClick={send}>{actionText}</Button></BottomBar>}>
      <LaneBadge lane="directed" />
      {isShut && <View className="u-mt3"><Notice tone="warn" title="定向赠与现在没开">交不上去，也不收钱。写好的留在手机里，什么时候再开，问问社区。</Notice></View>}
      {asked !== undefined && <View className="u-mt3"><Notice tone="warn" title="社区请您补一句">{asked}</Notice></View>}
      <View className="u-mt4"><DirectedFields communityId={communityId} value={draft.value} errors={shown} uses={uses} asWhom={asWhom} onChange={change} /></View>
    </Screen>
  );
}
