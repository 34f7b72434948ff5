import { expose } from 'comlink';
import * as v from 'valibot';
import type { BackgroundFeature } from '../../domain/background.ts';
import { type Addresses, AddressesSchema } from '../../domain/streets.ts';
import { backgroundFeaturesOf } from './tileFeatures.ts';

const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

const questions = {
  background: (bytes: ArrayBuffer): BackgroundFeature[] => backgroundFeaturesOf(textOf(bytes)),
  addresses: (bytes: ArrayBuffer): Addresses => v.parse(AddressesSchema, JSON.parse(textOf(bytes))),
};
export type StreetQuestions = typeof questions;

expose(questions);
