/** An SVG drawing as the source of an Image, in WeChat and in a browser alike. */
export function svgSource(width: number, height: number, content: string): string {
  const document = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${content}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(document)}`;
}
