import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Switch } from '@/components/switch/switch';
import { toApiFailure } from '@/lib/api-failure';
import { choosePhotos } from '@/lib/choose-photos';
import type { FormErrors } from '@/lib/form-errors';
import { uploadFile } from '@/lib/upload';
import { canRecordVoice, voiceRecorder } from '@/lib/voice-recorder';
import type { WishForm } from '../wish-form';

interface OnBehalfProps {
  readonly form: WishForm;
  readonly errors: FormErrors;
  /** The wish is above the cap: it is publicised, and that needs a consent of its own. */
  readonly asksPublicity: boolean;
  readonly onChange: (patch: Partial<WishForm>) => void;
}

/** 代TA发: one switch; then for whom, what to each other, and their consent as a photo or a voice. */
export function OnBehalf({ form, errors, asksPublicity, onChange }: OnBehalfProps) {
  return (
    <Card>
      <Switch label="替别人发" note="代 TA 发，进度两个人都能看" checked={form.isOnBehalf} onChange={(isOnBehalf) => onChange({ isOnBehalf })} />
      {form.isOnBehalf && (
        <View className="post-fold-body">
          <Field label="TA怎么称呼" hint="只有社区工作人员看得到" value={form.beneficiaryName} maxLength={LIMITS.nameCharacters} placeholder="比如：赵阿姨" error={errors['onBehalf.beneficiaryName']} onChange={(beneficiaryName) => onChange({ beneficiaryName })} />
          <Field label="您是TA的" value={form.relation} maxLength={LIMITS.nameCharacters} placeholder="比如：女儿、邻居" error={errors['onBehalf.relation']} onChange={(relation) => onChange({ relation })} />
          <FieldFrame label="TA同意了吗" hint={canRecordVoice ? '请TA在纸上写“我同意”拍张照，或录一句话' : '请TA在纸上写“我同意”，签个名，拍张照'} error={errors['onBehalf.consent.fileId']}>
            {form.consent === null ? <ConsentButtons onChange={onChange} /> : <ConsentKept form={form} onChange={onChange} />}
          </FieldFrame>
          {asksPublicity && (
            <FieldFrame error={errors['onBehalf.mayPublicise']}>
              <Switch label="TA 也同意公示" note="大家看到的是姓和帮什么，五个工作日；随时可以反悔" checked={form.mayPublicise} onChange={(mayPublicise) => onChange({ mayPublicise })} />
            </FieldFrame>
          )}
        </View>
      )}
    </Card>
  );
}

function ConsentKept({ form, onChange }: Pick<OnBehalfProps, 'form' | 'onChange'>) {
  const words = form.consent?.kind === 'voice' ? `录好了，${form.consent.seconds} 秒` : '照片留好了';
  return <Notice tone="good" icon="check" action={{ text: '重来', onClick: () => onChange({ consent: null }) }}>{words}，只给社区看</Notice>;
}

function ConsentButtons({ onChange }: Pick<OnBehalfProps, 'onChange'>) {
  const [state, setState] = useState<'idle' | 'recording' | 'sending'>('idle');
  const [failureText, setFailureText] = useState('');

  const keep = async (kind: 'paper' | 'voice', localPath: string, seconds: number): Promise<void> => {
    setState('sending');
    setFailureText('');
    try {
      const fileId = await uploadFile('consent', localPath);
      onChange({ consent: { kind, fileId, seconds } });
    } catch (thrown) {
      setFailureText(toApiFailure(thrown).message);
    } finally {
      setState('idle');
    }
  };

  const takePaper = async (): Promise<void> => {
    const [path] = await choosePhotos(1);
    if (path !== undefined) await keep('paper', path, 0);
  };

  const toggleVoice = async (): Promise<void> => {
    if (state === 'recording') {
      const recording = await voiceRecorder().stop();
      if (recording === null) setState('idle');
      else await keep('voice', recording.localPath, recording.seconds);
      return;
    }
    if (await voiceRecorder().start()) setState('recording');
    else setFailureText('没打开话筒，拍张照也行');
  };

  return (
    <View>
      <View className="u-row u-wrap u-gap3">
        <Button kind="secondary" size="small" icon="camera" busy={state === 'sending'} busyText="正在传…" disabled={state === 'recording'} onClick={takePaper}>拍同意书</Button>
        {canRecordVoice && <Button kind={state === 'recording' ? 'green' : 'secondary'} size="small" icon="mic" disabled={state === 'sending'} onClick={toggleVoice}>{state === 'recording' ? '说完了' : '录一句“我同意”'}</Button>}
      </View>
      {failureText !== '' && <View className="u-mt3"><Notice tone="accent">{failureText}</Notice></View>}
    </View>
  );
}
