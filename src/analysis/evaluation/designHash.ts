import { canonicalJson } from '../../domain/entry.ts';
import type { EvaluationDesign } from '../../domain/evaluation.ts';

/**
 * The fingerprint of a design: SHA-256 (FIPS 180-4) of its canonical JSON (RFC 8785), as 64 hexadecimal digits.
 * Equal designs have equal fingerprints on every machine; anyone can recompute it from the workspace file with
 * ordinary tools. Needs a secure context (https or localhost), as the application itself does.
 */
export async function designHash(design: EvaluationDesign): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(design));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a frozen design still is what was frozen. */
export async function isUnaltered(frozen: { design: EvaluationDesign; sha256: string }): Promise<boolean> {
  return (await designHash(frozen.design)) === frozen.sha256;
}
