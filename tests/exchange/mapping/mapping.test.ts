import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../../src/exchange/mapping/apply.ts';
import { RULES, TARGETS, UNITS } from '../../../src/exchange/mapping/fields.ts';
import { suggestMapping } from '../../../src/exchange/mapping/suggest.ts';
import { fieldsOf } from '../../../src/exchange/summary.ts';
import { read } from '../city.ts';

const where = { file: 'a.csv', row: 2 };

describe('suggestMapping and applyMapping', () => {
  it('takes lights from a Swedish table, units and all', async () => {
    const { features, summary } = await read(
      'a.csv',
      'Stolpnr;Höjd (cm);Effekt [W];Ljusflöde, klm;Lutning;lat;lon\n12A;450;40,5;5,2;-5;59,6;16,5\n',
    );
    const mapping = suggestMapping('light', summary.fields);
    expect(mapping.fields).toEqual({
      name: { field: 'Stolpnr', unit: 'text' },
      heightMetres: { field: 'Höjd (cm)', unit: 'cm' },
      fluxLumens: { field: 'Ljusflöde, klm', unit: 'klm' },
      powerWatts: { field: 'Effekt [W]', unit: 'W' },
      tiltDegrees: { field: 'Lutning', unit: 'deg' },
    });
    expect(applyMapping(features[0]!, mapping)).toEqual({
      values: { name: '12A', heightMetres: 4.5, fluxLumens: 5200, powerWatts: 40.5, tiltDegrees: -5 },
      problems: [],
    });
  });

  it('guesses the unit from what is in the field when the header is silent', () => {
    const fields = fieldsOf([{ properties: { höjd: '450' } }, { properties: { höjd: '600' } }]);
    expect(suggestMapping('light', fields).fields.heightMetres).toEqual({ field: 'höjd', unit: 'cm' });
    expect(suggestMapping('light', fieldsOf([{ properties: { höjd: 6 } }])).fields.heightMetres?.unit).toBe(
      'm',
    );
  });

  it('takes cameras from OpenStreetMap tags', () => {
    const properties = { ref: 'K1', 'camera:direction': 'SSE', 'camera:angle': '60', height: '4 m' };
    const mapping = suggestMapping('camera', fieldsOf([{ properties }]));
    // "SSE" is no number, so the direction is not suggested by itself; the user chooses it.
    const chosen = {
      ...mapping,
      fields: {
        ...mapping.fields,
        bearingDegrees: { field: 'camera:direction', unit: 'deg' as const },
        heightMetres: { field: 'height', unit: 'm' as const },
      },
    };
    expect(applyMapping({ properties, where }, chosen).values).toEqual({
      name: 'K1',
      bearingDegrees: 157.5,
      fieldOfViewDegrees: 60,
      heightMetres: 4,
    });
  });

  it('leaves out what cannot be meant and says so', () => {
    const mapping = {
      kind: 'camera' as const,
      fields: {
        heightMetres: { field: 'h', unit: 'm' as const },
        bearingDegrees: { field: 'b', unit: 'gon' as const },
        rangeMetres: { field: 'r', unit: 'm' as const },
      },
    };
    expect(applyMapping({ properties: { h: '400', b: -100, r: 'långt' }, where }, mapping)).toMatchObject({
      values: { bearingDegrees: 270 },
      problems: [
        { code: 'value-not-a-number', params: { field: 'h', value: '400', target: 'heightMetres' }, where },
        { params: { field: 'r', value: 'långt' } },
      ],
    });
    expect(applyMapping({ properties: { h: '', b: null }, where }, mapping)).toEqual({
      values: {},
      problems: [],
    });
  });

  it('has a rule for every target, in a unit of its own quantity', () => {
    for (const target of [...TARGETS.light, ...TARGETS.camera])
      expect(UNITS[RULES[target].unit].quantity).toBe(RULES[target].quantity);
  });
});
