import { useEffect, useState } from 'react';
import type { Manifest } from '../../domain/feature.ts';
import { byWeight, type CheckQuestion, findingsByCheck } from '../../proposal/checks/allChecks.ts';
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
    let isLeft = false;
    const check = async (): Promise<void> => {
      const desk = deskOf(atlas);
      const found: Finding[] = [];
      for (const part of desk ? findingsByCheck(questionOf(desk, atlas, manifest)) : []) {
        found.push(...part);
        // a large plan must not hold the page up from the first check to the last
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (isLeft) return;
      }
      setFindings(desk && byWeight(found));
    };
    const timer = setTimeout(check, QUIET_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [proposal, parts, atlas, manifest]);
  return findings;
}

function questionOf(
  desk: NonNullable<ReturnType<typeof deskOf>>,
  atlas: Atlas,
  manifest: Manifest,
): CheckQuestion {
  const { plan, plane, around } = desk;
  return {
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
  };
}
