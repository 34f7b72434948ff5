import type { PropertyValue } from '../importResult.ts';

/** Properties from outside as plain values; what JSON cannot hold becomes text, and no prototype can be reached. */
export function readProperties(value: unknown): Record<string, PropertyValue> {
  const properties: Record<string, PropertyValue> = {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return properties;
  for (const [key, entry] of Object.entries(value)) {
    // Object.defineProperty, because a plain assignment to __proto__ would change the object itself.
    Object.defineProperty(properties, key, {
      value: readValue(entry),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return properties;
}

function readValue(value: unknown): PropertyValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(readValue);
  if (typeof value === 'object') return readProperties(value);
  return value === undefined ? null : String(value);
}
