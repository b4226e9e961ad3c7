/** Colours of drawings, the same as in styles/_tokens.scss. */
export const palette = {
  ink: '#17202e',
  faint: '#5f6a7d',
  line: '#dde3ec',
  brand: '#1d5aa8',
  wash: '#eaf1fb',
  paper: '#ffffff',
};
