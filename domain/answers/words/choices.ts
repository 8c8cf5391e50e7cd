/** What people say for values that many questions share; a question's own labels come on top. Used only for values it offers. */
export const wordsForValues: Readonly<Record<string, string>> = {
  male: 'male m man boy boy_child baby_boy son purush mard aadmi ladka ladaka beta putra पुरुष मर्द आदमी लड़का बेटा पुत्र',
  female:
    'female f woman girl girl_child baby_girl daughter mahila aurat stri ladki ladaki beti putri महिला औरत स्त्री लड़की बेटी पुत्री',
  transgender: 'transgender trans kinnar third other ट्रांसजेंडर किन्नर',
  self: 'self myself me mera apna khud swayam mere_liye apne_liye khud_ke_liye स्वयं खुद अपना मेरा मेरे_लिए अपने_लिए खुद_के_लिए',
  child: 'child bachcha bacha bachche_ke_liye mere_bachche_ke_liye बच्चा बच्चे_के_लिए',
  father: 'father papa pita pitaji dad abbu baap पिता पिताजी पापा बाप अब्बू',
  mother: 'mother mummy mata mataji maa ma mom ammi माता माताजी मां मम्मी अम्मी',
  spouse: 'spouse husband wife pati patni biwi gharwala gharwali पति पत्नी बीवी',
  son: 'son beta putra ladka बेटा पुत्र लड़का',
  daughter: 'daughter beti putri ladki बेटी पुत्री लड़की',
  brother: 'brother bhai भाई',
  sister: 'sister bahan behen behan बहन',
  guardian: 'guardian abhibhavak sanrakshak अभिभावक संरक्षक',
  hospital: 'hospital aspatal haspatal nursing_home अस्पताल हॉस्पिटल नर्सिंग_होम',
  home: 'home ghar ghar_par ghar_pe ghar_me ghar_mein at_home घर घर_पर घर_में',
  new: 'new naya nayi naya_banwana naya_banana panjikaran register registration नया नयी नई पंजीकरण',
  copy: 'copy nakal prati duplicate कॉपी नकल प्रति',
  single: 'single unmarried kunwara kunwari avivahit अविवाहित कुंवारा कुंवारी',
  married: 'married shadishuda shadi_shuda vivahit विवाहित शादीशुदा',
  widowed: 'widow widower vidhwa vidhva vidhur विधवा विधुर',
  divorced: 'divorced talak talakshuda तलाक तलाकशुदा',
  hindu: 'hindu हिन्दू हिंदू',
  muslim: 'muslim musalman islam मुस्लिम मुसलमान',
  sikh: 'sikh सिख',
  christian: 'christian isai ईसाई',
  sc: 'sc anusuchit_jati dalit अनुसूचित_जाति एससी',
  st: 'st anusuchit_janjati adivasi अनुसूचित_जनजाति एसटी',
  obc: 'obc pichda_varg ओबीसी पिछड़ा_वर्ग',
  general: 'general gen samanya सामान्य जनरल',
  whatsapp: 'whatsapp whats_app chat chat_par isi_chat_par yahin yahi_par yahan व्हाट्सएप यहीं इसी_चैट_पर चैट',
  digilocker: 'digilocker digi_locker डिजिलॉकर',
  post: 'post dak daak dak_se by_post डाक डाक_से',
  office: 'office daftar karyalay office_se दफ्तर कार्यालय ऑफिस',
  aadhaar: 'aadhaar aadhar adhar adhaar आधार',
  indian: 'indian bharatiya bhartiya भारतीय',
  full: 'full poora pura whole पूरा',
  yes: 'yes haan हां',
  no: 'no nahi नहीं',
  unemployed: 'unemployed berojgar berozgar बेरोजगार',
  farmer: 'farmer kisan किसान',
  student: 'student vidyarthi chhatra छात्र विद्यार्थी',
  homemaker: 'homemaker housewife grihini गृहिणी',
  garbage: 'garbage rubbish trash kooda kuda kachra kachda gandagi कूड़ा कचरा गंदगी',
  sweeping: 'sweeping jhaadu jhadu झाड़ू',
  drain: 'drain sewer naali nali naala nala नाली नाला सीवर',
  'street-light': 'street_light streetlight khamba batti स्ट्रीट_लाइट बत्ती खंभा',
  'dead-animal': 'dead_animal mara_hua_janwar मरा_हुआ_जानवर',
  toilet: 'toilet shauchalay शौचालय',
  malba: 'malba debris मलबा',
  mosquito: 'mosquito mosquitoes machchhar machhar macchar dengue मच्छर डेंगू',
  stray: 'stray aawara kutta kutte bandar आवारा कुत्ता कुत्ते बंदर',
  pothole: 'pothole gaddha gadda khadda गड्ढा',
  marriage:
    'marriage marriage_registration vivah shadi shaadi shadi_ka_registration shaadi_ka_registration shadi_registration shaadi_registration शादी विवाह शादी_का_पंजीकरण',
  certificate: 'certificate praman_patra pramaan_patra प्रमाण_पत्र सर्टिफिकेट',
  hearing: 'hearing sunwai sunvai peshi सुनवाई पेशी',
  grievance: 'grievance complaint shikayat शिकायत',
  land: 'land zameen jameen zamin jamin जमीन ज़मीन',
  retired: 'retired sevanivrit रिटायर सेवानिवृत्त',
};

/** Words around a choice that say nothing: "ye wala", "option", "chahiye". */
export const wordsAroundChoices: ReadonlySet<string> = new Set(
  (
    'option number no num nambar vikalp wala wali wale vala vali vale ye yeh wo woh the one hai h hain ji please mujhe mera meri mere chahiye chaiye i want is it select ' +
    'karo karein kijiye choose ke liye ka ki a an my hua hui thi tha aur sirf bas only main me mein hoon hu hun am par pe se ' +
    'विकल्प नंबर वाला वाली वाले ये यह वो वह है हैं जी मुझे मेरा मेरी मेरे चाहिए के लिए का की हुआ हुई थी था सिर्फ बस मैं में हूं पर से ऑप्शन'
  ).split(' '),
);

/** Between what is not meant and what is: "hospital nahi, ghar". */
export const negations: ReadonlySet<string> = new Set('nahi nahin nhi nai not na नहीं नही ना'.split(' '));

/** Said with the name of any place or office; alone they tell none. */
export const placeWords: ReadonlySet<string> = new Set(
  'delhi dilli office daftar zone district zila jila area ilaka sdm दिल्ली दफ्तर जोन जिला ज़िला इलाका'.split(' '),
);

/** Within a longer message these are other words: "maan" and "माँ", the mother, sound like "man". */
export const wordsOnlyAlone: ReadonlySet<string> = new Set(['man']);
