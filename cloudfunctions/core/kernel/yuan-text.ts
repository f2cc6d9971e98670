/** "12,400" or "12,400.50": whole fen as yuan, as a sentence says it. */
export const yuanText = (amountFen: number): string => {
  const [whole = '', cents = ''] = (Math.abs(amountFen) / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amountFen < 0 ? '-' : ''}${grouped}${cents === '00' ? '' : `.${cents}`}`;
};
