import type { InferOutput } from 'valibot';
import { type ShopKind, type ShopView, SHOP_KINDS, shopWordsSchema } from '@contract';
import { checkForm, type FormCheck, type FormErrors } from '@/lib/form-errors';
import type { PhotoDraft } from '@/lib/use-photo-uploads';

/** An application as it is written on the phone. */
export interface ShopForm {
  readonly name: string;
  readonly kind: ShopKind | null;
  readonly address: string;
  readonly words: string;
  readonly contactName: string;
  readonly phone: string;
  readonly creditCode: string;
  readonly validUntilDay: string;
  readonly isForever: boolean;
  readonly photos: readonly PhotoDraft[];
}

export const EMPTY_SHOP: ShopForm = { name: '', kind: null, address: '', words: '', contactName: '', phone: '', creditCode: '', validUntilDay: '', isForever: false, photos: [] };

/** Pure: what was applied with, to be put right; the photo and the phone are given anew. */
export const formOf = ({ name, kind, address, words, licence }: ShopView): ShopForm => ({ ...EMPTY_SHOP, name, kind, address, words, creditCode: licence.creditCode, validUntilDay: licence.validUntilDay ?? '', isForever: licence.validUntilDay === null });

export const kindAt = (index: number): ShopKind | null => SHOP_KINDS[index] ?? null;

const wordsOfForm = (form: ShopForm) => ({
  name: form.name, kind: form.kind, address: form.address, words: form.words, contact: { name: form.contactName, phone: form.phone },
  licence: { creditCode: form.creditCode, photoFileId: form.photos[0]?.fileId ?? '', validUntilDay: form.isForever ? null : form.validUntilDay },
});

/** What an owner may change of a shop at work. */
export interface EditForm {
  readonly address: string;
  readonly words: string;
  readonly changesContact: boolean;
  readonly contactName: string;
  readonly phone: string;
}

export const editFormOf = ({ address, words }: Pick<ShopView, 'address' | 'words'>): EditForm => ({ address, words, changesContact: false, contactName: '', phone: '' });

/** Pure: null for a contact that stays as it is. */
export const editInputOf = ({ address, words, changesContact, contactName, phone }: EditForm) => ({ address, words, contact: changesContact ? { name: contactName, phone } : null });

/** The server names a wrong field by its last word where it knows no more. */
export const wrongIn = (errors: FormErrors, path: string): string | undefined => errors[path] ?? errors[path.split('.').at(-1) ?? path];

/** Pure: the same check that the server makes, with words for what is simply missing. */
export const checkShopForm = (form: ShopForm): FormCheck<InferOutput<typeof shopWordsSchema>> => {
  const missing = {
    ...(form.kind === null && { kind: '请选一类' }),
    ...(form.photos.every(({ fileId }) => fileId === null) && { 'licence.photoFileId': '请拍一张营业执照' }),
    ...(!form.isForever && form.validUntilDay === '' && { 'licence.validUntilDay': '请选执照有效到哪天，或点长期' }),
  };
  const checked = checkForm(shopWordsSchema, wordsOfForm(form));
  return checked.isOk && Object.keys(missing).length === 0 ? checked : { isOk: false, errors: { ...(checked.isOk ? {} : checked.errors), ...missing } };
};
