/** How the screen looks and sounds. Of the kiosk and not of a citizen, so it is remembered. */
export interface Looks {
  readonly isHighContrast: boolean;
  readonly isBig: boolean;
  readonly readsAloud: boolean;
}

const STORED_AS = 'kiosk-looks';
const plain: Looks = { isHighContrast: false, isBig: false, readsAloud: false };

export function storedLooks(): Looks {
  try {
    return { ...plain, ...JSON.parse(localStorage.getItem(STORED_AS) ?? '{}') };
  } catch {
    return plain;
  }
}

export function applyLooks(looks: Looks): void {
  const { classList } = document.documentElement;
  classList.toggle('contrast', looks.isHighContrast);
  classList.toggle('big', looks.isBig);
  localStorage.setItem(STORED_AS, JSON.stringify(looks));
}
