/** Words that tell how content somebody is; read only where no score does. */
export const POSITIVE: readonly string[] = [
  ...["zufrieden*", "gut", "gute", "guter", "gutes", "super", "toll*", "begeister*", "perfekt*"],
  ...["bestens", "hervorragend*", "ausgezeichnet*", "freundlich*", "schnell*", "zuverlässig*"],
  ...["empfehle*", "empfehlung*", "weiterempfohlen", "gerne wieder", "vorbildlich*", "danke"],
  ...["unkompliziert*", "problemlos*", "fair*", "schön*", "pünktlich*", "hochwertig*", "klasse"],
  ...["happy", "good", "great", "excellent", "perfect*", "love*", "friendly", "helpful", "fast"],
  ...["quick*", "reliable", "recommend*", "satisfied", "thank*", "easy", "amazing", "best"],
  ...["pleased", "fantastic", "wonderful"],
];

/** The same of those who are not. */
export const NEGATIVE: readonly string[] = [
  ...["unzufrieden*", "schlecht*", "enttäusch*", "leider", "ärger*", "verärgert", "mangelhaft*"],
  ...["kaputt*", "defekt*", "beschädigt*", "zu spät", "verspät*", "langsam*", "unfreundlich*"],
  ...["teuer", "überteuert*", "umständlich*", "fehler*", "fehlt", "falsch*", "nie wieder"],
  ...["schade", "stürzt", "frech*", "unverschämt*", "abzocke", "mahnung*", "kündige", "wertlos"],
  ...["bad", "poor*", "terrible", "awful", "horrible", "worst", "disappoint*", "broken", "late"],
  ...["slow*", "rude", "unhappy", "dissatisfied", "useless", "faulty", "damaged", "expensive"],
  ...["overpriced", "wrong", "annoy*", "angry", "never again", "scam", "waste", "crash*"],
];
