import { codeHashOf } from './code';

/** Pure: what an act said, without the number in plain: a number is soon tried by whoever sees its hash. */
export const withoutPhone = <I extends { readonly claimId: string; readonly phone: string | null }>(input: I, secret: string): I => ({ ...input, phone: input.phone === null ? null : codeHashOf(secret, input.claimId, input.phone) });
