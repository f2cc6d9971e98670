/** The numbers of linked public campaigns (RULES.md section 2, lane A). */
export const LINKED_RULES = {
  linked: {
    /** Section 8: staff clocks run in working hours; the second look comes within. */
    checkWorkingHours: 24,
    /** Links to what the charity made public; bounds the document. */
    disclosuresMax: 12,
  },
} as const;
