/** Two official systems, as a city's data would bring them. */
export const TM = {
  code: 'EPSG:3006',
  name: 'SWEREF 99 TM',
  proj4: '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};
export const LOCAL = {
  code: 'EPSG:3010',
  name: 'SWEREF 99 16 30',
  proj4:
    '+proj=tmerc +lat_0=0 +lon_0=16.5 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
};
