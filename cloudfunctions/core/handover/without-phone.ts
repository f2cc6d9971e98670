import { environmentValue } from '../platform/environment';
import { codeHashOf } from './code';

/** What an act said, without the number in plain: a number is soon tried by whoever sees its hash. */
export const withoutPhone = <I extends { readonly claimId: string; readonly phone: string | null }>(input: I): I =>
  ({ ...input, phone: input.phone === null ? null : codeHashOf(environmentValue('LINYUAN_ID_SECRET'), input.claimId, input.phone) });
