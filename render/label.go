package render

// The words that the reader of a brève sees beside the words of the article, all in one place.

const (
	narrow = "\u202f" // narrow no-break space: before ; ! ? and inside « »
	fixed  = "\u00a0" // no-break space: before a colon and between a number and its unit
)

var headings = map[string]string{
	"key_points":    "À retenir",
	"extract":       "Le texte en bref",
	"entities":      "Noms",
	"people":        "Personnes",
	"organizations": "Organisations",
	"companies":     "Entreprises",
	"places":        "Lieux",
	"works":         "Œuvres, produits et manifestations",
	"amounts":       "Chiffres",
	"dates":         "Dates",
	"quotes":        "Citations",
	"events":        "Faits",
	"sources":       "Sources",
	"unanswered":    "Ce que l’article ne dit pas",
	"keywords":      "Mots clés",
	"warnings":      "À savoir",
}

// nothing is what a section says that was asked for by its verb and is empty.
var nothing = map[string]string{
	"key_points": "Rien à retenir.", "extract": "Rien à retenir.", "entities": "Aucun nom.", "people": "Aucune personne.", "organizations": "Aucune organisation.", "companies": "Aucune entreprise.",
	"places": "Aucun lieu.", "amounts": "Aucun chiffre.", "dates": "Aucune date.", "quotes": "Aucune citation.", "events": "Aucun fait.", "sources": "Aucune source citée.",
}

var typeLabels = map[string]string{
	"person": "personne", "organization": "organisation", "location": "lieu", "product": "produit", "work": "œuvre", "event": "manifestation",
}

var kindLabels = map[string]string{
	"company": "entreprise", "media": "média", "institution": "institution", "party": "parti", "team": "équipe", "school": "école", "unit": "service", "other": "",
	"country": "pays", "region": "région", "city": "ville", "site": "site", "street": "rue", "water": "eaux",
}

var statusLabels = map[string]string{"former": "fonction passée", "incoming": "fonction à venir", "acting": "par intérim"}

var modifierLabels = map[string]string{
	"about": "environ", "more_than": "plus de", "at_least": "au moins", "less_than": "moins de", "at_most": "au plus", "almost": "presque", "between": "entre",
}

var modLabels = map[string]string{"START": "début", "MID": "milieu", "END": "fin", "APPROX": "vers", "BEFORE": "avant", "AFTER": "après"}

var monthLabels = [...]string{
	"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
}

var currencySigns = map[string]string{"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "CHF"}

var eventLabels = map[string]string{
	"appointment": "nomination", "departure": "départ", "recruitment": "recrutement", "succession": "succession", "acquisition": "rachat", "merger": "fusion",
	"investment": "investissement", "funding": "levée de fonds", "earnings": "résultats", "layoff": "suppression d’emplois", "insolvency": "procédure collective",
	"closure": "fermeture", "opening": "ouverture", "agreement": "accord", "contract": "contrat", "product_launch": "lancement", "lawsuit": "plainte",
	"conviction": "condamnation", "sanction": "sanction", "investigation": "enquête", "election": "élection", "legislation": "texte de loi", "death": "mort",
	"accident": "accident", "disaster": "catastrophe", "attack": "attaque", "protest": "manifestation", "strike": "grève", "match": "match",
	"market_move": "mouvement de marché", "statement": "déclaration",
}

var roleLabels = map[string]string{
	"person": "qui", "organization": "organisation", "title": "fonction", "predecessor": "prédécesseur", "successor": "successeur", "date": "quand", "reason": "motif",
	"employer": "employeur", "agent": "par", "former_employer": "ancien employeur", "unit": "service", "amount": "montant", "acquirer": "acquéreur", "target": "cible",
	"seller": "vendeur", "stake": "part", "parties": "parties", "result": "résultat", "company": "entreprise", "investor": "investisseur", "round": "tour",
	"metric": "indicateur", "change": "évolution", "period": "période", "count": "nombre", "place": "où", "object": "objet", "product": "produit", "price": "prix",
	"authority": "autorité", "party": "partie", "plaintiff": "plaignant", "charge": "faits reprochés", "penalty": "peine", "winner": "vainqueur", "loser": "vaincu",
	"share": "part", "law": "texte", "age": "âge", "cause": "cause", "dead": "morts", "injured": "blessés", "suspect": "suspect", "organizer": "organisateur",
	"score": "score", "competition": "compétition", "asset": "valeur", "level": "niveau", "speaker": "qui", "content": "propos", "medium": "média",
}

// roleOrder is the order in which the roles of an event are told: who did what to whom comes before when and why.
var roleOrder = []string{
	"employer", "acquirer", "company", "winner", "organization", "authority", "plaintiff", "speaker", "organizer", "asset", "person", "successor", "predecessor", "target", "product",
	"loser", "party", "parties", "suspect", "seller", "investor", "former_employer", "agent", "title", "unit", "object", "law", "metric", "result", "stake", "share", "round", "amount", "price",
	"count", "dead", "injured", "charge", "penalty", "change", "level", "score", "age", "cause", "content", "medium", "competition", "period", "place", "date", "reason",
}

// A mark shows at a glance how far an event is certain.
type mark struct{ sign, color, word string }

var (
	asserted = mark{"✔", green, "affirmé"}
	reported = mark{"~", yellow, "rapporté"}
	possible = mark{"?", yellow, "possible"}
	planned  = mark{"›", yellow, "prévu"}
	negated  = mark{"✖", red, "nié"}
)

func markOf(e *Event) mark {
	switch {
	case e.Polarity == "negated", e.Modality == "denied":
		return negated
	case e.Modality == "reported":
		return reported
	case e.Modality == "possible":
		return possible
	case e.Modality == "planned":
		return planned
	}
	return asserted
}

var questionLabels = map[string]string{
	"who": "qui", "what": "quoi", "when": "quand", "where": "où", "why": "pourquoi", "how": "comment", "how_much": "combien", "according_to": "selon qui",
}

// label returns the French word for a code, the code itself where there is none yet.
func label(words map[string]string, code string) string {
	if w, ok := words[code]; ok {
		return w
	}
	return code
}
