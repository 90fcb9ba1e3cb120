import fc from 'fast-check';

/** `npm test` draws the same cases each time, so that it says the same of the same code; the soak draws new ones. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_250_411 });
