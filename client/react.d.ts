import 'react';

declare module 'react' {
  interface CSSProperties {
    /** the reader's type size, read by styles/_tokens.scss */
    '--type'?: string;
  }
}
