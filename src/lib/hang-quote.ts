/** A Chinese opening quote is half air; a title that starts with one is pulled left so that it stands flush with the next line. */
export const hangQuote = (text: string): string => (text.startsWith('“') ? 'u-hang' : '');
