import { cumulate } from "./random.ts";

/** A city with one of its postcodes. */
export type Place = {
  readonly postcode: string;
  readonly city: string;
  readonly state: string;
  readonly country: "DE" | "AT" | "CH";
};

/** City, state, weight (its people and a part of those around it) and some of its postcodes. */
type City = readonly [string, string, number, string];

const germany: readonly City[] = [
  ["Berlin", "Berlin", 1900, "10115 10243 10437 10585 10785 10961 12043 12161 13187 13353"],
  ["Hamburg", "Hamburg", 1200, "20095 20144 20257 20357 21031 21073 22041 22083 22301 22763"],
  ["München", "Bayern", 1300, "80331 80469 80634 80797 81241 81371 81541 81667 81925"],
  ["Köln", "Nordrhein-Westfalen", 1080, "50667 50674 50733 50823 50937 51063 51103"],
  ["Frankfurt am Main", "Hessen", 900, "60311 60316 60325 60385 60435 60486 60594 65929"],
  ["Stuttgart", "Baden-Württemberg", 1000, "70173 70176 70190 70327 70372 70469 70565"],
  ["Düsseldorf", "Nordrhein-Westfalen", 630, "40210 40217 40223 40476 40545 40589"],
  ["Leipzig", "Sachsen", 620, "04103 04109 04155 04177 04229 04315"],
  ["Dortmund", "Nordrhein-Westfalen", 590, "44135 44137 44225 44263 44309"],
  ["Essen", "Nordrhein-Westfalen", 580, "45127 45130 45131 45239 45359"],
  ["Bremen", "Bremen", 570, "28195 28203 28213 28309 28757"],
  ["Dresden", "Sachsen", 560, "01067 01099 01127 01219 01309"],
  ["Hannover", "Niedersachsen", 800, "30159 30161 30169 30449 30625"],
  ["Nürnberg", "Bayern", 800, "90402 90408 90429 90459 90489"],
  ["Duisburg", "Nordrhein-Westfalen", 500, "47051 47057 47137 47239"],
  ["Bochum", "Nordrhein-Westfalen", 365, "44787 44801 44866 44892"],
  ["Wuppertal", "Nordrhein-Westfalen", 355, "42103 42117 42275 42329"],
  ["Bielefeld", "Nordrhein-Westfalen", 335, "33602 33607 33615 33719"],
  ["Bonn", "Nordrhein-Westfalen", 335, "53111 53115 53173 53225"],
  ["Münster", "Nordrhein-Westfalen", 320, "48143 48149 48155 48165"],
  ["Mannheim", "Baden-Württemberg", 450, "68159 68165 68199 68305"],
  ["Karlsruhe", "Baden-Württemberg", 550, "76131 76133 76137 76227"],
  ["Augsburg", "Bayern", 500, "86150 86152 86161 86199"],
  ["Wiesbaden", "Hessen", 350, "65183 65187 65199"],
  ["Mönchengladbach", "Nordrhein-Westfalen", 262, "41061 41065 41236"],
  ["Braunschweig", "Niedersachsen", 450, "38100 38106 38118"],
  ["Aachen", "Nordrhein-Westfalen", 250, "52062 52064 52072"],
  ["Kiel", "Schleswig-Holstein", 350, "24103 24105 24143"],
  ["Chemnitz", "Sachsen", 245, "09111 09112 09126"],
  ["Magdeburg", "Sachsen-Anhalt", 350, "39104 39108 39116"],
  ["Halle (Saale)", "Sachsen-Anhalt", 350, "06108 06110 06114"],
  ["Freiburg im Breisgau", "Baden-Württemberg", 450, "79098 79100 79110"],
  ["Mainz", "Rheinland-Pfalz", 450, "55116 55118 55131"],
  ["Lübeck", "Schleswig-Holstein", 350, "23552 23556 23564"],
  ["Erfurt", "Thüringen", 350, "99084 99089 99096"],
  ["Oldenburg", "Niedersachsen", 400, "26121 26122 26135"],
  ["Rostock", "Mecklenburg-Vorpommern", 250, "18055 18057 18147"],
  ["Kassel", "Hessen", 350, "34117 34119 34125"],
  ["Potsdam", "Brandenburg", 400, "14467 14471 14482"],
  ["Saarbrücken", "Saarland", 300, "66111 66113 66119"],
  ["Ludwigshafen am Rhein", "Rheinland-Pfalz", 350, "67059 67061 67063"],
  ["Osnabrück", "Niedersachsen", 400, "49074 49078 49082"],
  ["Heidelberg", "Baden-Württemberg", 350, "69115 69117 69120"],
  ["Darmstadt", "Hessen", 350, "64283 64287 64293"],
  ["Regensburg", "Bayern", 400, "93047 93049 93053"],
  ["Würzburg", "Bayern", 380, "97070 97072 97080"],
  ["Ulm", "Baden-Württemberg", 400, "89073 89075 89077"],
  ["Göttingen", "Niedersachsen", 300, "37073 37075 37081"],
  ["Koblenz", "Rheinland-Pfalz", 350, "56068 56070 56073"],
  ["Trier", "Rheinland-Pfalz", 250, "54290 54292 54295"],
  ["Jena", "Thüringen", 250, "07743 07745 07749"],
  ["Cottbus", "Brandenburg", 250, "03042 03044 03046"],
  ["Schwerin", "Mecklenburg-Vorpommern", 200, "19053 19055 19061"],
  ["Flensburg", "Schleswig-Holstein", 250, "24937 24939 24943"],
  ["Bayreuth", "Bayern", 300, "95444 95447 95448"],
];

const austria: readonly City[] = [
  ["Wien", "Wien", 700, "1010 1030 1060 1090 1150 1210"],
  ["Graz", "Steiermark", 130, "8010 8020 8042"],
  ["Linz", "Oberösterreich", 90, "4020 4030 4040"],
  ["Salzburg", "Salzburg", 70, "5020"],
  ["Innsbruck", "Tirol", 60, "6020"],
  ["Klagenfurt am Wörthersee", "Kärnten", 45, "9020"],
  ["St. Pölten", "Niederösterreich", 30, "3100"],
  ["Bregenz", "Vorarlberg", 20, "6900"],
];

const switzerland: readonly City[] = [
  ["Zürich", "Zürich", 240, "8001 8004 8005 8032 8048"],
  ["Basel", "Basel-Stadt", 90, "4051 4056 4058"],
  ["Bern", "Bern", 90, "3011 3012 3014"],
  ["Winterthur", "Zürich", 60, "8400 8404"],
  ["Luzern", "Luzern", 50, "6003 6005"],
  ["St. Gallen", "St. Gallen", 50, "9000 9008"],
];

const cities = [
  ...germany.map((city) => ({ city, country: "DE" as const })),
  ...austria.map((city) => ({ city, country: "AT" as const })),
  ...switzerland.map((city) => ({ city, country: "CH" as const })),
].map(({ city: [city, state, weight, postcodes], country }) => ({
  weight,
  places: postcodes.split(" ").map((postcode): Place => ({ postcode, city, state, country })),
}));

/** Every postcode customers live in. */
export const places: readonly Place[] = cities.flatMap((city) => city.places);

/** The weights of `places`, cumulated for `pick`. */
export const placeWeights = cumulate(
  cities.flatMap(({ weight, places: own }) => own.map(() => weight / own.length)),
);
