/** In a browser the build itself keeps lengths from growing with a wide window. */
export function windowZoom(): number {
  return 1;
}

export function onWindowZoom(): () => void {
  return () => undefined;
}
