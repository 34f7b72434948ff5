import { lazy, Suspense, useEffect } from 'react';
import type { Manifest } from '../domain/feature.ts';
import { useText } from '../i18n/TextProvider.tsx';
import type { Flavour } from '../map/scene.ts';
import type { Atlas } from '../state/atlas.ts';
import { usePapers } from '../state/papers.ts';
import { openPlanning, usePlanning } from '../state/planning.ts';
import { addNotice, useOpen } from '../state/store.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { useLightAndSight } from './analysis/useLightAndSight.ts';
import { CoordinateBar } from './coordinates/CoordinateBar.tsx';
import { Desks } from './Desks.tsx';
import { DrawBar } from './DrawBar.tsx';
import { FileDrop } from './files/FileDrop.tsx';
import { WorkspaceFile } from './files/WorkspaceFile.tsx';
import { LongWorkDialog } from './LongWorkDialog.tsx';
import { OpenProposal } from './OpenProposal.tsx';
import { ProposalList } from './ProposalList.tsx';
import { StatusLine } from './StatusLine.tsx';
import { StorageNotice } from './StorageNotice.tsx';
import { ToolRail } from './ToolRail.tsx';
import { useKeys } from './useKeys.ts';
import './planner.css';

const MapStage = lazy(() => import('./stage/MapStage.tsx'));
const mapCouldNotLoad = (detail: string): void => addNotice({ kind: 'map', detail });

/** What every room is given by the roof. */
interface PlannerPageProps {
  readonly atlas: Atlas;
  readonly manifest: Manifest;
  readonly flavour: Flavour;
}

/** The planner's room: proposals on the left, the map with its tools, and what is chosen on the right. */
export default function PlannerPage({ atlas, manifest, flavour }: PlannerPageProps) {
  const { t } = useText();
  const workspace = usePapers((state) => state.workspace);
  const isOpen = usePlanning((state) => state.committed !== null);
  const canDrawMap = useOpen((state) => state.canDrawMap);
  const tool = usePlanning((state) => state.tool);
  const stage = useKeys(atlas, isOpen);
  const cityId = atlas.city.id;
  useLightAndSight(flavour);
  useEffect(() => {
    openPlanning(cityId).catch(console.error);
  }, [cityId]);
  return (
    <div className={isOpen ? 'plan-page plan-open' : 'plan-page'}>
      <main className="panel plan-left" id="content" tabIndex={-1}>
        <StorageNotice />
        {workspace ? (
          isOpen ? (
            <OpenProposal atlas={atlas} />
          ) : (
            <>
              <ProposalList atlas={atlas} manifest={manifest} />
              <WorkspaceFile atlas={atlas} />
            </>
          )
        ) : (
          <p role="status">{t('planner.proposals.opening')}</p>
        )}
      </main>
      <section className="stage plan-stage" aria-label={t('planner.stage')} ref={stage}>
        {isOpen && canDrawMap && <ToolRail atlas={atlas} />}
        {canDrawMap ? (
          <Boundary fallback={<p className="map-waiting">{t('notice.map')}</p>} onError={mapCouldNotLoad}>
            <Suspense fallback={<p className="map-waiting">{t('map.loading')}</p>}>
              <MapStage atlas={atlas} flavour={flavour} />
            </Suspense>
          </Boundary>
        ) : (
          <p className="map-waiting">{t('notice.webgl')}</p>
        )}
        <StatusLine />
        {canDrawMap && <CoordinateBar atlas={atlas} />}
        {isOpen && canDrawMap && <DrawBar atlas={atlas} />}
        {isOpen && <span className="plan-crosshair" aria-hidden="true" data-tool={tool} />}
      </section>
      <FileDrop atlas={atlas} isOpen={isOpen} />
      <LongWorkDialog />
      {isOpen && <Desks atlas={atlas} manifest={manifest} />}
    </div>
  );
}
