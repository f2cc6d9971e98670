/** "4821093517" as it is said and read: four that find the paper, then three and three. */
export const spokenDigits = (code: string): string => [code.slice(0, 4), code.slice(4, 7), code.slice(7)].filter((part) => part !== '').join(' ');
