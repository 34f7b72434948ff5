import { describe, expect, it } from 'vitest';
import { areaFinder, type CityArea } from '../../src/state/councilAreas.ts';

const area = (id: string, name: string, kind: CityArea['kind']): CityArea => ({
  ...{ id, name, kind },
  outlines: [],
  population: undefined,
});

describe('finding areas by what a file calls them', () => {
  const find = areaFinder([
    area('regso-1980r001', 'Söder', 'neighbourhood'),
    area('deso-1980c1020', 'Söder', 'statistical-area'),
    area('soder', 'Söder', 'package'),
    area('deso-1980c1030', 'Öster–Hamnen', 'statistical-area'),
  ]);
  it('takes the neighbourhood where several share a name', () =>
    expect(find('SÖDER')?.kind).toBe('neighbourhood'));
  it('takes codes as they are written', () => {
    expect(find('1980R001')?.id).toBe('regso-1980r001');
    expect(find('1980C1020')?.id).toBe('deso-1980c1020');
  });
  it('minds neither case, marks nor dashes', () => expect(find('oster hamnen')?.id).toBe('deso-1980c1030'));
  it('finds nothing where there is nothing', () => expect(find('Atlantis')).toBeUndefined());
});
