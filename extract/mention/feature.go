package mention

// feature is one kind of evidence for the type of a name. The names are what breve explain prints and what weights.tsv is keyed by.
type feature uint8

const (

	// lexical classes of the whole form
	fFormCompany      feature = iota // form.company
	fFormCompanyList                 // form.company-list
	fFormMedia                       // form.media
	fFormInstitution                 // form.institution
	fFormParty                       // form.party
	fFormUnion                       // form.union
	fFormAssociation                 // form.association
	fFormSchool                      // form.school
	fFormTeam                        // form.team
	fFormFederation                  // form.federation
	fFormCompetition                 // form.competition
	fFormWork                        // form.work
	fFormProduct                     // form.product
	fFormSite                        // form.site
	fFormMetonymOrg                  // form.metonym-org
	fFormMetonymPlace                // form.metonym-place
	fFormPerson                      // form.person
	fFormPlace                       // form.place
	fFormCountry                     // form.country
	fFormCityBig                     // form.city-big
	fFormCitySmall                   // form.city-small
	fFormCommuneBig                  // form.commune-big
	fFormCommuneSmall                // form.commune-small
	fFormDepartement                 // form.departement
	fFormRegion                      // form.region
	fFormProper                      // form.proper
	fFormAcronym                     // form.acronym
	fFormDemonym                     // form.demonym
	fFormCommon                      // form.common
	fFormUnknown                     // form.unknown
	fFormHoliday                     // form.holiday
	fFormFirstName                   // form.first-name
	fFormSurname                     // form.surname

	// what it is made of
	fWords1            // words.1
	fWords2            // words.2
	fWords3            // words.3
	fWordsMany         // words.many
	fUpperShort        // upper.short
	fUpperLong         // upper.long
	fMixed             // mixed
	fDigit             // digit
	fHyphenPlace       // hyphen.place
	fHyphenName        // hyphen.name
	fInitial           // initial
	fArticleFirst      // article.first
	fParticleInside    // particle.inside
	fGenerationLast    // generation.last
	fFirstNameFrequent // first.name-frequent
	fFirstNameRare     // first.name-rare
	fFirstUnknown      // first.unknown
	fFirstCommon       // first.common
	fLastSurname       // last.surname
	fLastUnknown       // last.unknown
	fLastCommon        // last.common
	fLastLegalForm     // last.legal-form
	fWordCompany       // word.company
	fWordMedia         // word.media
	fWordTeam          // word.team
	fWordSchool        // word.school
	fWordInstitution   // word.institution
	fWordAssociation   // word.association
	fWordHeadOrg       // word.head-org
	fWordHeadPlace     // word.head-place
	fWordHeadEvent     // word.head-event
	fPlaceInside       // place.inside
	fOrgInside         // org.inside
	fDemonymInside     // demonym.inside
	fPersonInside      // person.inside
	fLinkInside        // link.inside
	fAllUpper          // all.upper
	fElidedGlued       // elided.glued

	// head noun
	fHeadOrgIn       // head.org-in
	fHeadOrgOut      // head.org-out
	fHeadPlaceIn     // head.place-in
	fHeadPlaceOut    // head.place-out
	fHeadEvent       // head.event
	fHeadDirect      // head.direct
	fHeadPrep        // head.prep
	fHeadLower       // head.lower
	fHeadCapital     // head.capital
	fHeadCompany     // head.company
	fHeadInstitution // head.institution
	fHeadSchool      // head.school
	fHeadTeam        // head.team
	fHeadSite        // head.site
	fHeadStreet      // head.street
	fHeadWater       // head.water
	fHeadCase        // head.case
	fHeadInnerPlace  // head.inner-place
	fHeadInnerPerson // head.inner-person
	fHeadInnerCommon // head.inner-common
	fHeadLowerWords  // head.lower-words

	// left context
	fLeftStart          // left.start
	fLeftWeak           // left.weak
	fLeftTitle          // left.title
	fLeftRole           // left.role
	fLeftKin            // left.kin
	fLeftGroup          // left.group
	fLeftOrgHead        // left.org-head
	fLeftOrgMedia       // left.org-media
	fLeftOrgTeam        // left.org-team
	fLeftOrgSite        // left.org-site
	fLeftPlaceHead      // left.place-head
	fLeftPlaceDe        // left.place-de
	fLeftEventHead      // left.event-head
	fLeftPrepA          // left.prep-a
	fLeftPrepEn         // left.prep-en
	fLeftPrepDans       // left.prep-dans
	fLeftPrepDe         // left.prep-de
	fLeftPrepPar        // left.prep-par
	fLeftPrepPour       // left.prep-pour
	fLeftPrepContre     // left.prep-contre
	fLeftPrepAvec       // left.prep-avec
	fLeftPrepChez       // left.prep-chez
	fLeftPrepSelon      // left.prep-selon
	fLeftPrepSur        // left.prep-sur
	fLeftPrepOther      // left.prep-other
	fLeftLe             // left.le
	fLeftLa             // left.la
	fLeftLes            // left.les
	fLeftL              // left.l
	fLeftUn             // left.un
	fLeftAu             // left.au
	fLeftDu             // left.du
	fLeftDes            // left.des
	fLeftContractedPrep // left.contracted-prep
	fLeftComma          // left.comma
	fLeftParen          // left.paren
	fLeftQuote          // left.quote
	fLeftEt             // left.et
	fLeftVerb           // left.verb
	fLeftNoun           // left.noun
	fLeftAdjective      // left.adjective
	fLeftDemonym        // left.demonym
	fLeftColon          // left.colon
	fLeftNumber         // left.number
	fLeftWorkNoun       // left.work-noun
	fLeftProductNoun    // left.product-noun
	fLeftVerbDire       // left.verb-dire
	fLeftDansLa         // left.dans-la

	// right context
	fRightSpeech       // right.speech
	fRightFinite       // right.finite
	fRightAux          // right.aux
	fRightParticiple   // right.participle
	fRightAge          // right.age
	fRightCommaRole    // right.comma-role
	fRightParenAcronym // right.paren-acronym
	fRightParenPlace   // right.paren-place
	fRightParenAge     // right.paren-age
	fRightParenOther   // right.paren-other
	fRightComma        // right.comma
	fRightStop         // right.stop
	fRightEt           // right.et
	fRightDe           // right.de
	fRightA            // right.a
	fRightPlaceHead    // right.place-head
	fRightOrgHead      // right.org-head
	fRightAdjective    // right.adjective
	fRightNoun         // right.noun
	fRightQuoteClose   // right.quote-close
	fRightNumber       // right.number
	fRightSur          // right.sur
	fRightDash         // right.dash
	fRightVerbPp       // right.verb-pp
	fRightColon        // right.colon
	fRightEndLine      // right.end-line
	fQuoted            // quoted

	// the article as a whole
	fAllTitle          // all.title
	fAllRole           // all.role
	fAllSpeech         // all.speech
	fAllAge            // all.age
	fAllPrepA          // all.prep-a
	fAllPrepEn         // all.prep-en
	fAllChez           // all.chez
	fAllLe             // all.le
	fAllL              // all.l
	fAllSelon          // all.selon
	fAllRepeated       // all.repeated
	fAllPlaceHead      // all.place-head
	fAllOrgHead        // all.org-head
	fLongPerson        // long.person
	fLongOrganization  // long.organization
	fLongLocation      // long.location
	fLongOther         // long.other
	fLongFirst         // long.first
	fCoordPerson       // coord.person
	fCoordOrganization // coord.organization
	fCoordLocation     // coord.location
	fAcronymDefined    // acronym.defined
	fNearPerson        // near.person
	fBias              // bias

	fLeftRoleOfOrg   // left.role-of-org
	fLeftRoleOfPlace // left.role-of-place
	fRightBusiness   // right.business
	fRightKinOf      // right.kin-of
	fAllRoleOfOrg    // all.role-of-org
	fAllRoleOfPlace  // all.role-of-place
	fAllBusiness     // all.business

	fAmbiguousWord  // ambiguous.word
	fAmbiguousName  // ambiguous.name
	fAmbiguousPlace // ambiguous.place
	fFormWeakCase   // form.weak-case

	fLowerFirst // lower.first
	fLowerAll   // lower.all

	fBothHeadStrongPlace    // both.head-strong-place
	fBothHeadOutKnown       // both.head-out-known
	fBothLowerKnown         // both.lower-known
	fBothInstitutionCapital // both.institution-capital

	fBothHeadCapitalMid // both.head-capital-mid

	fSuffixDemonym // suffix.demonym
	fBothLeAcronym // both.le-acronym
	fBothLesPlural // both.les-plural

	fLowerDirectOrg       // lower.direct-org
	fLowerDirectPlace     // lower.direct-place
	fLowerPrepOrg         // lower.prep-org
	fLowerPrepPlace       // lower.prep-place
	fLowerPrepOrgCase     // lower.prep-org-case
	fLowerPrepPlaceProper // lower.prep-place-proper
	fLowerPrepOrgProper   // lower.prep-org-proper
	fLowerDirectCommon    // lower.direct-common

	fRulePerson          // rule.person
	fRuleOrganization    // rule.organization
	fRuleLocation        // rule.location
	fRuleTeam            // rule.team
	fRuleWay             // rule.way
	fAllRulePerson       // all.rule-person
	fAllRuleOrganization // all.rule-organization
	fAllRuleLocation     // all.rule-location

	fLeftRoleOfDomain // left.role-of-domain
	fHeadPlural       // head.plural

	fFormCompass // form.compass

	fTitleQuoted    // title.quoted
	fTitleFinite    // title.finite
	fTitleSpeech    // title.speech
	fTitleShort     // title.short
	fTitleWorkNear  // title.work-near
	fTitleLowerTail // title.lower-tail

	// together
	fBothPersonShape    // both.person-shape
	fBothPersonUnknown  // both.person-unknown
	fBothWeakCommon     // both.weak-common
	fBothMidUnknown     // both.mid-unknown
	fBothMidCommon      // both.mid-common
	fBothPlacePrep      // both.place-prep
	fBothPlaceBare      // both.place-bare
	fBothOrgKnown       // both.org-known
	fBothAcronymUnknown // both.acronym-unknown
	fBothAcronymKnown   // both.acronym-known
	fBothFirstAlone     // both.first-alone
	fBothSurnameAlone   // both.surname-alone
	fBothWeakUnknown    // both.weak-unknown
	fBothHeadProper     // both.head-proper
	fBothHeadCommon     // both.head-common
	fBothQuotedMany     // both.quoted-many
	fBothPlaceArticle   // both.place-article
	fBothLeUnknown      // both.le-unknown
	featureCount
)

var featureNames = [featureCount]string{
	fFormCompany:            "form.company",
	fFormCompanyList:        "form.company-list",
	fFormMedia:              "form.media",
	fFormInstitution:        "form.institution",
	fFormParty:              "form.party",
	fFormUnion:              "form.union",
	fFormAssociation:        "form.association",
	fFormSchool:             "form.school",
	fFormTeam:               "form.team",
	fFormFederation:         "form.federation",
	fFormCompetition:        "form.competition",
	fFormWork:               "form.work",
	fFormProduct:            "form.product",
	fFormSite:               "form.site",
	fFormMetonymOrg:         "form.metonym-org",
	fFormMetonymPlace:       "form.metonym-place",
	fFormPerson:             "form.person",
	fFormPlace:              "form.place",
	fFormCountry:            "form.country",
	fFormCityBig:            "form.city-big",
	fFormCitySmall:          "form.city-small",
	fFormCommuneBig:         "form.commune-big",
	fFormCommuneSmall:       "form.commune-small",
	fFormDepartement:        "form.departement",
	fFormRegion:             "form.region",
	fFormProper:             "form.proper",
	fFormAcronym:            "form.acronym",
	fFormDemonym:            "form.demonym",
	fFormCommon:             "form.common",
	fFormUnknown:            "form.unknown",
	fFormHoliday:            "form.holiday",
	fFormFirstName:          "form.first-name",
	fFormSurname:            "form.surname",
	fWords1:                 "words.1",
	fWords2:                 "words.2",
	fWords3:                 "words.3",
	fWordsMany:              "words.many",
	fUpperShort:             "upper.short",
	fUpperLong:              "upper.long",
	fMixed:                  "mixed",
	fDigit:                  "digit",
	fHyphenPlace:            "hyphen.place",
	fHyphenName:             "hyphen.name",
	fInitial:                "initial",
	fArticleFirst:           "article.first",
	fParticleInside:         "particle.inside",
	fGenerationLast:         "generation.last",
	fFirstNameFrequent:      "first.name-frequent",
	fFirstNameRare:          "first.name-rare",
	fFirstUnknown:           "first.unknown",
	fFirstCommon:            "first.common",
	fLastSurname:            "last.surname",
	fLastUnknown:            "last.unknown",
	fLastCommon:             "last.common",
	fLastLegalForm:          "last.legal-form",
	fWordCompany:            "word.company",
	fWordMedia:              "word.media",
	fWordTeam:               "word.team",
	fWordSchool:             "word.school",
	fWordInstitution:        "word.institution",
	fWordAssociation:        "word.association",
	fWordHeadOrg:            "word.head-org",
	fWordHeadPlace:          "word.head-place",
	fWordHeadEvent:          "word.head-event",
	fPlaceInside:            "place.inside",
	fOrgInside:              "org.inside",
	fDemonymInside:          "demonym.inside",
	fPersonInside:           "person.inside",
	fLinkInside:             "link.inside",
	fAllUpper:               "all.upper",
	fElidedGlued:            "elided.glued",
	fHeadOrgIn:              "head.org-in",
	fHeadOrgOut:             "head.org-out",
	fHeadPlaceIn:            "head.place-in",
	fHeadPlaceOut:           "head.place-out",
	fHeadEvent:              "head.event",
	fHeadDirect:             "head.direct",
	fHeadPrep:               "head.prep",
	fHeadLower:              "head.lower",
	fHeadCapital:            "head.capital",
	fHeadCompany:            "head.company",
	fHeadInstitution:        "head.institution",
	fHeadSchool:             "head.school",
	fHeadTeam:               "head.team",
	fHeadSite:               "head.site",
	fHeadStreet:             "head.street",
	fHeadWater:              "head.water",
	fHeadCase:               "head.case",
	fHeadInnerPlace:         "head.inner-place",
	fHeadInnerPerson:        "head.inner-person",
	fHeadInnerCommon:        "head.inner-common",
	fHeadLowerWords:         "head.lower-words",
	fLeftStart:              "left.start",
	fLeftWeak:               "left.weak",
	fLeftTitle:              "left.title",
	fLeftRole:               "left.role",
	fLeftKin:                "left.kin",
	fLeftGroup:              "left.group",
	fLeftOrgHead:            "left.org-head",
	fLeftOrgMedia:           "left.org-media",
	fLeftOrgTeam:            "left.org-team",
	fLeftOrgSite:            "left.org-site",
	fLeftPlaceHead:          "left.place-head",
	fLeftPlaceDe:            "left.place-de",
	fLeftEventHead:          "left.event-head",
	fLeftPrepA:              "left.prep-a",
	fLeftPrepEn:             "left.prep-en",
	fLeftPrepDans:           "left.prep-dans",
	fLeftPrepDe:             "left.prep-de",
	fLeftPrepPar:            "left.prep-par",
	fLeftPrepPour:           "left.prep-pour",
	fLeftPrepContre:         "left.prep-contre",
	fLeftPrepAvec:           "left.prep-avec",
	fLeftPrepChez:           "left.prep-chez",
	fLeftPrepSelon:          "left.prep-selon",
	fLeftPrepSur:            "left.prep-sur",
	fLeftPrepOther:          "left.prep-other",
	fLeftLe:                 "left.le",
	fLeftLa:                 "left.la",
	fLeftLes:                "left.les",
	fLeftL:                  "left.l",
	fLeftUn:                 "left.un",
	fLeftAu:                 "left.au",
	fLeftDu:                 "left.du",
	fLeftDes:                "left.des",
	fLeftContractedPrep:     "left.contracted-prep",
	fLeftComma:              "left.comma",
	fLeftParen:              "left.paren",
	fLeftQuote:              "left.quote",
	fLeftEt:                 "left.et",
	fLeftVerb:               "left.verb",
	fLeftNoun:               "left.noun",
	fLeftAdjective:          "left.adjective",
	fLeftDemonym:            "left.demonym",
	fLeftColon:              "left.colon",
	fLeftNumber:             "left.number",
	fLeftWorkNoun:           "left.work-noun",
	fLeftProductNoun:        "left.product-noun",
	fLeftVerbDire:           "left.verb-dire",
	fLeftDansLa:             "left.dans-la",
	fRightSpeech:            "right.speech",
	fRightFinite:            "right.finite",
	fRightAux:               "right.aux",
	fRightParticiple:        "right.participle",
	fRightAge:               "right.age",
	fRightCommaRole:         "right.comma-role",
	fRightParenAcronym:      "right.paren-acronym",
	fRightParenPlace:        "right.paren-place",
	fRightParenAge:          "right.paren-age",
	fRightParenOther:        "right.paren-other",
	fRightComma:             "right.comma",
	fRightStop:              "right.stop",
	fRightEt:                "right.et",
	fRightDe:                "right.de",
	fRightA:                 "right.a",
	fRightPlaceHead:         "right.place-head",
	fRightOrgHead:           "right.org-head",
	fRightAdjective:         "right.adjective",
	fRightNoun:              "right.noun",
	fRightQuoteClose:        "right.quote-close",
	fRightNumber:            "right.number",
	fRightSur:               "right.sur",
	fRightDash:              "right.dash",
	fRightVerbPp:            "right.verb-pp",
	fRightColon:             "right.colon",
	fRightEndLine:           "right.end-line",
	fQuoted:                 "quoted",
	fAllTitle:               "all.title",
	fAllRole:                "all.role",
	fAllSpeech:              "all.speech",
	fAllAge:                 "all.age",
	fAllPrepA:               "all.prep-a",
	fAllPrepEn:              "all.prep-en",
	fAllChez:                "all.chez",
	fAllLe:                  "all.le",
	fAllL:                   "all.l",
	fAllSelon:               "all.selon",
	fAllRepeated:            "all.repeated",
	fAllPlaceHead:           "all.place-head",
	fAllOrgHead:             "all.org-head",
	fLongPerson:             "long.person",
	fLongOrganization:       "long.organization",
	fLongLocation:           "long.location",
	fLongOther:              "long.other",
	fLongFirst:              "long.first",
	fCoordPerson:            "coord.person",
	fCoordOrganization:      "coord.organization",
	fCoordLocation:          "coord.location",
	fAcronymDefined:         "acronym.defined",
	fNearPerson:             "near.person",
	fLeftRoleOfOrg:          "left.role-of-org",
	fLeftRoleOfPlace:        "left.role-of-place",
	fRightBusiness:          "right.business",
	fRightKinOf:             "right.kin-of",
	fAllRoleOfOrg:           "all.role-of-org",
	fAllRoleOfPlace:         "all.role-of-place",
	fAllBusiness:            "all.business",
	fAmbiguousWord:          "ambiguous.word",
	fAmbiguousName:          "ambiguous.name",
	fAmbiguousPlace:         "ambiguous.place",
	fFormWeakCase:           "form.weak-case",
	fLowerFirst:             "lower.first",
	fLowerAll:               "lower.all",
	fBothHeadStrongPlace:    "both.head-strong-place",
	fBothHeadOutKnown:       "both.head-out-known",
	fBothLowerKnown:         "both.lower-known",
	fBothInstitutionCapital: "both.institution-capital",
	fBothHeadCapitalMid:     "both.head-capital-mid",
	fSuffixDemonym:          "suffix.demonym",
	fBothLeAcronym:          "both.le-acronym",
	fBothLesPlural:          "both.les-plural",
	fLowerDirectOrg:         "lower.direct-org",
	fLowerDirectPlace:       "lower.direct-place",
	fLowerPrepOrg:           "lower.prep-org",
	fLowerPrepPlace:         "lower.prep-place",
	fLowerPrepOrgCase:       "lower.prep-org-case",
	fLowerPrepPlaceProper:   "lower.prep-place-proper",
	fLowerPrepOrgProper:     "lower.prep-org-proper",
	fLowerDirectCommon:      "lower.direct-common",
	fRulePerson:             "rule.person",
	fRuleOrganization:       "rule.organization",
	fRuleLocation:           "rule.location",
	fRuleTeam:               "rule.team",
	fRuleWay:                "rule.way",
	fAllRulePerson:          "all.rule-person",
	fAllRuleOrganization:    "all.rule-organization",
	fAllRuleLocation:        "all.rule-location",
	fLeftRoleOfDomain:       "left.role-of-domain",
	fHeadPlural:             "head.plural",
	fFormCompass:            "form.compass",
	fTitleQuoted:            "title.quoted",
	fTitleFinite:            "title.finite",
	fTitleSpeech:            "title.speech",
	fTitleShort:             "title.short",
	fTitleWorkNear:          "title.work-near",
	fTitleLowerTail:         "title.lower-tail",
	fBothPersonShape:        "both.person-shape",
	fBothPersonUnknown:      "both.person-unknown",
	fBothWeakCommon:         "both.weak-common",
	fBothMidUnknown:         "both.mid-unknown",
	fBothMidCommon:          "both.mid-common",
	fBothPlacePrep:          "both.place-prep",
	fBothPlaceBare:          "both.place-bare",
	fBothOrgKnown:           "both.org-known",
	fBothAcronymUnknown:     "both.acronym-unknown",
	fBothAcronymKnown:       "both.acronym-known",
	fBothFirstAlone:         "both.first-alone",
	fBothSurnameAlone:       "both.surname-alone",
	fBothWeakUnknown:        "both.weak-unknown",
	fBothHeadProper:         "both.head-proper",
	fBothHeadCommon:         "both.head-common",
	fBothQuotedMany:         "both.quoted-many",
	fBothPlaceArticle:       "both.place-article",
	fBothLeUnknown:          "both.le-unknown",
	fBias:                   "bias",
}

// features is a set of evidence: each kind counts once for a candidate.
type features [(int(featureCount) + 63) / 64]uint64

func (f *features) add(x feature) { f[x>>6] |= 1 << (x & 63) }

func (f *features) has(x feature) bool { return f[x>>6]&(1<<(x&63)) != 0 }
