/** The code in groups of four, as one reads it out on the telephone. */
export function spokenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
