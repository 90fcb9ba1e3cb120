/** What one look of the doctor found; `advice` where something has to be done. */
export interface Finding {
  about: string;
  said: string;
  advice: string | null;
}
