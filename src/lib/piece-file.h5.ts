/** The same in the browser preview: pieces are held in memory and saved as a download. */
const pieces = new Map<string, string[]>();

export const startFile = async (name: string, text: string): Promise<void> => void pieces.set(name, [text]);

export const appendFile = async (name: string, text: string): Promise<void> => {
  const known = pieces.get(name);
  if (known === undefined) throw new Error(`no such file: ${name}`);
  known.push(text);
};

export const hasFile = async (name: string): Promise<boolean> => pieces.has(name);

export const removeFile = async (name: string): Promise<void> => void pieces.delete(name);

export const sendFile = async (name: string): Promise<void> => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(pieces.get(name) ?? [], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
};
