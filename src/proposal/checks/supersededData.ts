import type { Plan } from '../apply.ts';
import type { Finding } from '../finding.ts';

/** The release of the city's data that is on the table now. */
export interface CurrentRelease {
  readonly manifestSha256: string;
  readonly date: string;
}

/** Whether the proposal was drawn on an older release, and which of its changes have lost their feature. */
export function supersededData({ city, proposal }: Plan, current: CurrentRelease): Finding[] {
  const found: Finding[] = [];
  const lost = [...new Set([...Object.keys(proposal.changed), ...Object.keys(proposal.removed)])].filter(
    (id) => !city.has(id) && !proposal.added[id],
  );
  if (proposal.basedOn.manifestSha256 !== current.manifestSha256) {
    const params = { basedOnDate: proposal.basedOn.date, currentDate: current.date };
    found.push({ code: 'superseded-data', severity: 'warning', ids: [], params });
  }
  if (lost.length > 0) {
    const params = { count: lost.length };
    found.push({ code: 'change-without-feature', severity: 'warning', ids: lost, params });
  }
  return found;
}
