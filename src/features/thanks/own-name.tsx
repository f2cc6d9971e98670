import { useState } from 'react';
import { View } from '@tarojs/components';
import { NAME_FORMS, type NameForm, type OwnNameView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Notice } from '@/components/notice/notice';
import { useApiCommand, type ApiCommand } from '@/lib/use-api-command';
import { useApiQuery } from '@/lib/use-api';

/** Whether and how one is named: asked once, changed whenever one likes. */
export function OwnName() {
  const { data } = useApiQuery('thanks.ownName', {});
  const [isChanging, setChanging] = useState(false);
  const answer = useApiCommand('thanks.showName', { invalidates: ['thanks.ownName', 'thanks.month'], onDone: () => setChanging(false) });
  if (data === undefined) return null;
  return data.state === 'unasked' || isChanging ? <Question own={data} answer={answer} /> : <Decided own={data} answer={answer} onChange={() => setChanging(true)} />;
}

interface AnswerProps {
  readonly own: OwnNameView;
  readonly answer: ApiCommand<'thanks.showName'>;
}

function Question({ own, answer }: AnswerProps) {
  const [form, setForm] = useState<NameForm>(own.form);
  return (
    <Card tone="green">
      <View className="u-h3">您帮过忙的月份，愿意写上名字吗？</View>
      <View className="u-sub u-mt2">只给本社区的人看，不写帮了谁、帮了几次。有人谢您、两边都愿意放上感谢墙的话，会跟着您的名字。随时能取下来，马上就没有。</View>
      <View className="u-mt3"><ChipWrap>{NAME_FORMS.map((each) => <Chip key={each} on={each === form} onClick={() => setForm(each)}>写“{own.forms[each]}”</Chip>)}</ChipWrap></View>
      {answer.failure !== null && <View className="u-mt3"><Notice tone="warn">{answer.failure.message}</Notice></View>}
      <View className="u-row u-wrap u-gap2 u-mt3">
        <Button size="small" block={false} busy={answer.isBusy} onClick={() => answer.run({ shows: true, form })}>愿意</Button>
        <Button kind="text" size="small" block={false} busy={answer.isBusy} onClick={() => answer.run({ shows: false })}>不写我的</Button>
      </View>
    </Card>
  );
}

function Decided({ own, answer, onChange }: AnswerProps & { readonly onChange: () => void }) {
  const isShown = own.state === 'shown';
  return (
    <View>
      <View className="u-row u-between u-wrap u-gap2">
        <View className="u-sub u-tap">{isShown ? `您帮过忙的月份，写的是“${own.forms[own.form]}”` : '没有写您的名字'}</View>
        <View className="u-row u-gap2">
          {isShown && <Button kind="text" size="small" block={false} busy={answer.isBusy} onClick={() => answer.run({ shows: false })}>取下来</Button>}
          {!isShown && <Button kind="text" size="small" block={false} onClick={onChange}>改主意了</Button>}
        </View>
      </View>
      {answer.failure !== null && <Notice tone="warn">{answer.failure.message}</Notice>}
    </View>
  );
}
