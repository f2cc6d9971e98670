import { wishSubmitSchema, type WishSubmitInput } from '@contract';
import { formatMoney } from '@/lib/format';
import { checkForm, type FormCheck } from '@/lib/form-errors';
import { hasStory, type WishForm, wishFormToInput } from './wish-form';

/** Sentences for what the schema cannot say in a person's words. */
const SENTENCES: Readonly<Record<string, string>> = {
  estimatedValueFen: '写个整数就行，比如 80',
  'onBehalf.consent.fileId': '请拍一张对方签过字的纸，或录一句“我同意”',
  windowEndMs: '请挑一个今天以后的日子',
};

/**
 * May the form be sent? The schema of the server decides; the cap and a passed window are told here already, because
 * the server would refuse the whole form for them.
 */
export function checkWishForm(form: WishForm, nowMs: number, valueCapFen: number): FormCheck<WishSubmitInput> {
  const input = wishFormToInput(form, nowMs);
  const checked = checkForm(wishSubmitSchema, input);
  const errors: Record<string, string> = {};
  if (!checked.isOk) {
    for (const [path, sentence] of Object.entries(checked.errors)) errors[path] = SENTENCES[path] ?? sentence;
  }
  if (input.estimatedValueFen !== null && input.estimatedValueFen > valueCapFen) {
    errors.estimatedValueFen = `一件心愿最多约 ${formatMoney(valueCapFen)}，超出的请联系社工一起想办法`;
  }
  if (input.windowEndMs <= nowMs) errors.windowEndMs = SENTENCES.windowEndMs ?? '';
  if (form.photos.some((photo) => photo.fileId === null)) errors.photoFileIds = '还有照片没传完，等一下或去掉那一张';
  if (!hasStory(form)) errors.story = '写两句，或者录一段话，邻居好知道怎么帮';
  if (form.voice !== null && form.voice.fileId === null) errors.storyVoiceFileId = '录音还没传到，等一下，或去掉重录';
  if (Object.keys(errors).length > 0) return { isOk: false, errors };
  return checked;
}
