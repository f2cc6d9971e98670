import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, thanksInputSchema } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Screen } from '@/components/screen/screen';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';

const EMPTY = { words: '' };

/** One sentence; who gave reads it, nobody else. */
export function SayThanks({ about }: { about: { readonly wishId: string; readonly claimId: string } }) {
  const draft = useDraft(`thanks.${about.claimId}`, EMPTY);
  const [errors, setErrors] = useState<FormErrors>({});
  const [isSaid, setSaid] = useState(false);
  const say = useApiCommand('thanks.say', {
    about: about.claimId,
    invalidates: ['thanks.mine'],
    onDone: () => {
      draft.clear();
      setSaid(true);
    },
  });
  const send = (): unknown => {
    const checked = checkForm(thanksInputSchema, { ...about, words: draft.value.words });
    setErrors(checked.isOk ? {} : checked.errors);
    return checked.isOk ? say.run(checked.value) : undefined;
  };
  if (isSaid) return <Said />;
  const shown = { ...errors, ...say.fields };
  return (
    <Screen title="" bottom={<BottomBar failure={shown.words === undefined ? say.failure : null}><Button busy={say.isBusy} busyText="正在送过去…" onClick={send}>告诉帮忙的邻居</Button></BottomBar>}>
      <View className="u-display">想说句什么？</View>
      <View className="u-cap u-row u-gap1 u-mt2"><Icon name="lock" size={16} />只有帮忙的邻居看得到，不写您的名字</View>
      <View className="u-mt5">
        <Field
          kind="textarea" label="说声谢谢" value={draft.value.words} maxLength={LIMITS.thanksCharacters} showCount placeholder="比如：灯亮了，晚上做饭看得清了，谢谢您跑一趟" error={shown.words}
          onChange={(words) => {
            setErrors({});
            say.clear();
            draft.change({ words });
          }}
        />
      </View>
      <View className="u-cap u-mt3">门牌、电话不用写。对方想放上感谢墙，会先问您。</View>
    </Screen>
  );
}

function Said() {
  return (
    <Screen title="">
      <EmptyState
        scene="branch"
        title="说到了"
        note="帮忙的邻居看得到。想给大家看看，要您点头才行。"
        action={<Button onClick={() => void replacePage('home')}>回首页</Button>}
        link={{ text: '看看谢谢的话', onClick: () => void replacePage('myThanks') }}
      />
    </Screen>
  );
}
