/** How long a recording is, for a button that stays on one line in large type: "听 12 秒". */
export const playWord = (seconds: number | null): string => (seconds === null ? '听一听' : `听 ${seconds} 秒`);
