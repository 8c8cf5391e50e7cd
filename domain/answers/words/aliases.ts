import type { QuestionType } from '#domain/catalogue/service-definition.ts';

/** How people call what common questions ask for, by question id; the labels of the service come on top. Matched, never shown. */
// biome-ignore format: a table reads best in rows
export const aliasesOf: Readonly<Record<string, readonly string[]>> = {
  applicant_name: ['mera naam', 'my name', 'applicant name', 'applicant ka naam', 'avedak ka naam', 'मेरा नाम', 'आवेदक का नाम'],
  child_name: ['bachche ka naam', 'bache ka naam', 'beti ka naam', 'bete ka naam', 'ladki ka naam', 'ladke ka naam', 'child name', 'childs name', 'baby name', 'बच्चे का नाम', 'बेटी का नाम', 'बेटे का नाम'],
  father_name: ['pita ka naam', 'pitaji ka naam', 'papa ka naam', 'baap ka naam', 'father name', 'fathers name', 'father ka naam', 'पिता का नाम', 'पिताजी का नाम', 'पापा का नाम'],
  mother_name: ['mata ka naam', 'maa ka naam', 'mummy ka naam', 'mother name', 'mothers name', 'mother ka naam', 'माता का नाम', 'मां का नाम', 'मम्मी का नाम'],
  spouse_name: ['pati ka naam', 'patni ka naam', 'husband name', 'wife name', 'husband ka naam', 'wife ka naam', 'पति का नाम', 'पत्नी का नाम'],
  deceased_name: ['mritak ka naam', 'name of deceased', 'मृतक का नाम'],
  hospital_name: ['hospital ka naam', 'aspatal ka naam', 'hospital name', 'hospital', 'अस्पताल का नाम', 'अस्पताल'],
  date_of_birth: ['janm tithi', 'janam tithi', 'janm ki tarikh', 'janam tarikh', 'janm tarikh', 'date of birth', 'dob', 'birth date', 'जन्म तिथि', 'जन्म की तारीख', 'जन्मतिथि'],
  child_dob: ['janm tithi', 'janam tithi', 'janm ki tarikh', 'janam tarikh', 'janm tarikh', 'date of birth', 'dob', 'birth date', 'जन्म तिथि', 'जन्म की तारीख', 'जन्मतिथि'],
  date_of_death: ['mrityu ki tarikh', 'mrityu tithi', 'maut ki tarikh', 'death date', 'date of death', 'मृत्यु की तारीख', 'मृत्यु तिथि', 'मृत्यु की तिथि'],
  mobile: ['mobile', 'mobile number', 'phone', 'phone number', 'mera number', 'मोबाइल', 'मोबाइल नंबर', 'फोन नंबर'],
  email: ['email', 'email id', 'e mail', 'ईमेल'],
  present_address: ['mera pata', 'ghar ka pata', 'address', 'present address', 'my address', 'मेरा पता', 'घर का पता', 'वर्तमान पता'],
  permanent_address: ['permanent address', 'sthayi pata', 'स्थायी पता'],
  gender: ['gender', 'ling', 'लिंग'],
  child_gender: ['bachche ka ling', 'ling', 'gender', 'sex', 'लिंग'],
  copies: ['copies', 'copy', 'kitni copy', 'pratiyan', 'प्रतियां', 'कॉपी'],
  age: ['umar', 'umr', 'age', 'meri umar', 'उम्र', 'आयु'],
};

/** "The name" without saying whose. It names a question only where a mistake is being put right and one name alone is there. */
export const bareNameWords: readonly string[] = ['naam', 'nam', 'name', 'नाम'];

/** Names of a kind of answer that do not say which one. */
export const bareWords: Readonly<Partial<Record<QuestionType, readonly string[]>>> = {
  'person-name': bareNameWords,
  address: ['pata', 'address', 'पता'],
  date: ['tareekh', 'tarikh', 'tarik', 'tareek', 'taarikh', 'date', 'tithi', 'तारीख', 'तारीख़', 'तिथि'],
  money: ['rakam', 'raqam', 'amount', 'aay', 'income', 'kamai', 'aamdani', 'amdani', 'आय', 'कमाई', 'आमदनी', 'रकम'],
  phone: ['phone', 'mobile', 'number', 'nambar', 'no', 'फोन', 'मोबाइल', 'नंबर'],
};

/** Said before something is put right. */
export const correctionOpeners: ReadonlySet<string> = new Set(
  'actually nahi nahin nhi no ruko rukiye ruk arre are arey sorry wait oh oops maaf suno galti नहीं नही रुको रुकिए रुकिये अरे सॉरी माफ सुनो गलती not'.split(
    ' ',
  ),
);

/** "is wrong", "should be changed": the thing before it is not right. */
export const wrongWords: ReadonlySet<string> = new Set(
  'galat galti wrong incorrect badlo badal badalna change badle गलत बदलो बदल बदलना'.split(' '),
);

/** "A nahi B", "A ki jagah B". */
export const insteadWords: ReadonlySet<string> = new Set(
  'nahi nahin nhi nai not jagah badle नहीं नही जगह बदले'.split(' '),
);

/** Before the name of what is meant: whose it is. */
export const possessiveWords: ReadonlySet<string> = new Set(
  'the my our mera meri mere hamara hamari uska uski मेरा मेरी मेरे हमारा उसका उसकी'.split(' '),
);

/** At the end of a correction they say nothing of the value. */
export const closingWords: ReadonlySet<string> = new Set(
  'hai hain h tha thi hui hua hue ko was likho likhiye likhna kar do karo kijiye karein dijiye de sahi hoga hona chahiye ji please है हैं लिखो लिखिए कर दो करो कीजिए करें दीजिए सही होगा होना चाहिए था थी हुई हुआ को जी'.split(
    ' ',
  ),
);

/** Between a label or a wrong value and the right one. */
export const linkingWords: ReadonlySet<string> = new Set(
  'hai hain h tha thi is was it on to galat wrong balki but ki ke ka sahi right correct है हैं तो गलत बल्कि की के का सही asli असली should be'.split(
    ' ',
  ),
);

/** With one of them a message asks, and corrects nothing. */
export const askingWords: ReadonlySet<string> = new Set(
  'kya kaise kaisa kitna kitni kitne kab kyon kyun kyu kahan kaun what how when why where who which क्या कैसे कैसा कितना कितनी कितने कब क्यों कहां कौन'.split(
    ' ',
  ),
);
