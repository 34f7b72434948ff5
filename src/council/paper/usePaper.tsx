import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { useCouncilPapers } from '../../state/councilPapers.ts';
import { datedName, offerFile } from '../../state/offerFile.ts';
import { nowStamp } from '../../state/papers.ts';
import { useOpen } from '../../state/store.ts';
import { useCouncilWords } from '../places/words.ts';
import { todayIn } from '../today.ts';
import type { PaperOrder } from './order.ts';
import type { Pictures } from './PictureTaker.tsx';

const PictureTaker = lazy(() => import('./PictureTaker.tsx'));

type Making = 'idle' | 'pictures' | 'writing' | 'done' | 'failed';

/** Makes a PDF of the council's papers and gives it to the user. `stage` must stand in the page while pictures are taken. */
export function usePaper(atlas: Atlas): { order: (order: PaperOrder) => void; stage: ReactNode } {
  const text = useText();
  const words = useCouncilWords(atlas);
  const papers = useCouncilPapers();
  const canDrawMap = useOpen((state) => state.canDrawMap);
  const [making, setMaking] = useState<Making>('idle');
  const [asked, setAsked] = useState<PaperOrder | null>(null);
  const write = useCallback(
    async ({ places, compose }: PaperOrder, pictures: Pictures) => {
      setMaking('writing');
      try {
        const [{ makePdf }, { coverageTexts }] = await Promise.all([
          import('./client.ts'),
          import('./coverageTexts.ts'),
        ]);
        const today = todayIn(atlas.city.timeZone);
        const coverage = await coverageTexts({ atlas, places, text, level: 'exported' });
        const paper = await compose({
          ...{ text, atlas, words, papers, pictures, coverage, today },
          madeAt: nowStamp(),
        });
        offerFile(`${datedName(paper.title)}.pdf`, await makePdf(paper));
        setMaking('done');
      } catch (error) {
        console.error(error);
        setMaking('failed');
      }
      setAsked(null);
    },
    [atlas, text, words, papers],
  );
  const order = (next: PaperOrder): void => {
    if (next.places.length === 0 || !canDrawMap) {
      void write(next, new Map());
      return;
    }
    setMaking('pictures');
    setAsked(next);
  };
  const stage = (
    <>
      <p role="status" className="small muted paper-status">
        {making === 'idle' ? '' : text.t(`meeting.paper.state.${making}`)}
      </p>
      {asked && making === 'pictures' && (
        <Suspense fallback={null}>
          <PictureTaker
            atlas={atlas}
            places={asked.places}
            onDone={(pictures) => void write(asked, pictures)}
          />
        </Suspense>
      )}
    </>
  );
  return { order, stage };
}
