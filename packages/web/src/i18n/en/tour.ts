/** The guided visit, and where help is. */
export const tour = {
  "help.label": "Help",
  "help.tour": "Guided visit",
  "help.glossary": "What do the figures mean?",
  "help.doctor": "What are the data like?",
  "tour.step": "Step {{step}} of {{steps}}",
  "tour.next": "Next",
  "tour.back": "Back",
  "tour.done": "Finish",
  "tour.end": "End the guided visit",
  "tour.shop": "What each customer is worth",
  "tour.shop.text":
    "You see an invented shop: nobody in it exists. The start page tells what all customers together will be worth, what changed, and who matters most.",
  "tour.shop.own":
    "The start page tells what all customers together will be worth, what changed, and who matters most.",
  "tour.equity": "A number with its interval",
  "tour.equity.text":
    "Every value says its basis, its horizon and how sure it is. The bridge below shows why it is another one than before; the sums agree to the cent.",
  "tour.customers": "From the sum to a person",
  "tour.customers.text":
    "Each customer in the list leads to the reasons: which purchases, which probability, which margin make the value. Every table can be taken as Excel.",
  "tour.warnings": "Who is about to go",
  "tour.warnings.text":
    "The list is sorted by what is at stake, and tells why. Below stands how often such warnings were right.",
  "tour.trust": "Can this be believed?",
  "tour.trust.text":
    "All methods had to foresee a time they did not know. The one that did best values the customers; the table shows by how much.",
  "tour.own": "Now your own data",
  "tour.own.text":
    "Drop a file with orders here: who bought when for how much. Better begin an empty workspace for it, so that it is not mixed with the invented shop. This visit is under Help, above, again.",
} as const;
