import type { LngLat } from '../../geometry/plane.ts';
import type { OsmTags } from './tagValues.ts';

export interface OsmNode {
  readonly type: 'node';
  readonly id: number;
  readonly lngLat: LngLat;
  readonly tags: OsmTags;
}
export interface OsmWay {
  readonly type: 'way';
  readonly id: number;
  readonly nodeIds: readonly number[];
  /** Positions that the file gives itself (Overpass `out geom`); null where one is clipped away. */
  readonly positions?: readonly (LngLat | null)[];
  readonly tags: OsmTags;
}
export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: number;
  readonly role: string;
  readonly positions?: readonly (LngLat | null)[];
}
export interface OsmRelation {
  readonly type: 'relation';
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags: OsmTags;
}
export type OsmEntity = OsmNode | OsmWay | OsmRelation;

/** Everything a file holds, in any order; of nodes without tags only the position is kept. */
export class OsmEntities {
  readonly positions = new Map<number, LngLat>();
  readonly taggedNodes: OsmNode[] = [];
  readonly ways = new Map<number, OsmWay>();
  readonly relations: OsmRelation[] = [];

  add(entity: OsmEntity): void {
    if (entity.type === 'node') {
      this.positions.set(entity.id, entity.lngLat);
      if (hasTags(entity.tags)) this.taggedNodes.push(entity);
    } else if (entity.type === 'way') this.ways.set(entity.id, entity);
    else this.relations.push(entity);
  }
}

function hasTags(tags: OsmTags): boolean {
  for (const _ in tags) return true;
  return false;
}
