import { related, where } from './across';
import { type Rule, type RuleDocs, report } from './rule';

export const docs: RuleDocs = {
  title: 'Two guests with one USB device',
  why: 'A device belongs to one guest at a time.',
  xl: 'xl reads each file by itself and accepts it; while the first guest runs, the second one does not get the device.',
  remedy: 'Leave the device to one of the guests, unless they never run at the same time.',
  before: "usbdev = [ 'type=hostdev,hostbus=1,hostaddr=3' ]   # in web.cfg and in db.cfg",
  after: "usbdev = [ 'type=hostdev,hostbus=1,hostaddr=4' ]",
};

export const sharedUsb: Rule = {
  code: 'shared-usb',
  severity: 'warning',
  check: () => [],
  *across(others) {
    for (const claim of others.contested('usb')) {
      const rivals = others.rivals(claim);
      if (rivals.count === 0) continue;
      const message = `The guest of ${where(rivals)} has this USB device of the host (${claim.id}) too. xl accepts each file, but only one of two running guests gets the device. Leave it to one of them.`;
      yield { ...report(sharedUsb, claim.place, message), related: related(rivals, 'the same USB device') };
    }
  },
};
