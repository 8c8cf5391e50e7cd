/** A setting that is missing, half given or malformed; the message is one sentence for the operator. */
export class SettingMistake extends Error {
  override readonly name = 'SettingMistake';
}
