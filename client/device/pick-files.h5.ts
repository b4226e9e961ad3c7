import { type LocalFile, spreadsheetExtensions } from './local-file';

interface FileInput {
  type: string;
  accept: string;
  multiple: boolean;
  files: ArrayLike<File> | null;
  style: { display: string };
  onchange: (() => void) | null;
  oncancel: (() => void) | null;
  click(): void;
  remove(): void;
}

declare const document: {
  createElement(tag: 'input'): FileInput;
  body: { appendChild(element: FileInput): void };
};

/** Lets the person pick spreadsheets from the disk; empty when they change their mind. */
export function pickFiles(count: number): Promise<LocalFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    const finish = (files: LocalFile[]) => {
      input.remove();
      resolve(files);
    };
    input.type = 'file';
    input.accept = spreadsheetExtensions.map((extension) => `.${extension}`).join(',');
    input.multiple = count > 1;
    input.style.display = 'none';
    input.onchange = () => finish(Array.from(input.files ?? [], asLocalFile).slice(0, count));
    input.oncancel = () => finish([]);
    document.body.appendChild(input);
    input.click();
  });
}

function asLocalFile(file: File): LocalFile {
  return { name: file.name, path: URL.createObjectURL(file), size: file.size };
}
