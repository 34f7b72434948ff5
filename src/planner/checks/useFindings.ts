import { useEffect, useState } from 'react';
import type { Manifest } from '../../domain/feature.ts';
import { allFindings } from '../../proposal/checks/allChecks.ts';
import type { Finding } from '../../proposal/finding.ts';
import type { Atlas } from '../../state/atlas.ts';
import { useBackground } from '../../state/background.ts';
import { usePlanning } from '../../state/planning.ts';
import { releaseOf } from '../../state/release.ts';
import { deskOf } from '../desk.ts';
import { latitudeOf } from '../money/planMoney.ts';

/** Long enough that a row of quick steps is checked once, short enough to feel live. */
const QUIET_MS = 120;

/** What the checks find now; null until they have been made. Made anew a moment after every change. */
export function useFindings(atlas: Atlas, manifest: Manifest): readonly Finding[] | null {
  const proposal = usePlanning((state) => state.committed);
  const parts = useBackground((state) => state.parts);
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk is read from the stores; these say when it is another
  useEffect(() => {
    const timer = setTimeout(() => {
      const desk = deskOf(atlas);
      setFindings(desk && findingsOf(desk, atlas, manifest));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [proposal, parts, atlas, manifest]);
  return findings;
}

function findingsOf(
  desk: NonNullable<ReturnType<typeof deskOf>>,
  atlas: Atlas,
  manifest: Manifest,
): Finding[] {
  const { plan, plane, around } = desk;
  return allFindings({
    ...plan,
    plane,
    paths: around.paths.map(({ geometry, properties: { widthMetres } }) => ({
      geometry,
      ...(widthMetres !== undefined && { widthMetres }),
    })),
    buildings: around.buildings.map(({ geometry }) => geometry),
    latitudeDegrees: latitudeOf(atlas),
    knownMeasureIds: new Set(atlas.measures.keys()),
    current: releaseOf(manifest),
  });
}
