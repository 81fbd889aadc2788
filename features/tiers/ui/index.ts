import { defineFeature } from '@ui/base/feature';
import { words } from './words';

export default defineFeature({ name: 'tiers', words });
