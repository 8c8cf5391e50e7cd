/** Words by which somebody wants something done; in every tense that people use. */
// biome-ignore format: a table reads best in rows
export const wishWords: ReadonlySet<string> = new Set([
  'chahiye', 'chahie', 'chahta', 'chahti', 'karna', 'karni', 'karne', 'karana', 'karani', 'karwana', 'karwani', 'karvana', 'karo', 'kijiye', 'banana', 'banwana', 'banwani',
  'banvana', 'bharna', 'bharni', 'lena', 'leni', 'dena', 'deni', 'milega', 'milegi', 'dikhana', 'hatana', 'hatwana', 'jodna', 'jodni', 'judwana', 'judwani', 'sudharna', 'badalna', 'badalwana', 'nikalwana', 'lagwana', 'book', 'apply',
  'renew', 'want', 'need', 'get', 'make', 'change', 'pay', 'file', 'register', 'report', 'complain',
  'चाहिए', 'चाहता', 'चाहती', 'करना', 'करनी', 'करने', 'कराना', 'करानी', 'करवाना', 'करवानी', 'करो', 'कीजिए', 'बनाना', 'बनवाना', 'बनवानी', 'भरना', 'भरनी', 'लेना', 'लेनी', 'देना', 'देनी',
  'मिलेगा', 'मिलेगी', 'दिखाना', 'हटाना', 'हटवाना', 'जोड़ना', 'जोडना', 'जुड़वाना', 'जुडवाना', 'सुधारना', 'बदलना', 'बदलवाना', 'निकलवाना', 'लगवाना', 'बुक',
]);
