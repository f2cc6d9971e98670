/** The numbers of certificates (RULES.md section 3); part of `RULES`, in a file of their own for their length. */
import { MINUTE_MS } from './kernel/clock';

export const CERTIFICATE_RULES = {
  certificate: {
    /** Records under one certificate: bounds its document and what verifying reads. A person three times a week fills one in a year. */
    recordsMax: 200,
    /** Records of all organisers that are looked at for one span, and for the organisers to choose among. */
    recordsRead: 500,
    /** Letters drawn by chance, 113 bits: guessing is hopeless however many guess. One more letter catches slips. */
    numberLetters: 23,
    /** Late or gone by so little is still the whole of a training. */
    trainingGraceMs: 15 * MINUTE_MS,
    /** Trainings of one skill that are looked at when one is taken back. */
    trainingsRead: 100,
  },
} as const;
