//! The names of the rules. Their functions and sentences stand in the table of `rules`.

use super::names::named;

named! {
    /// What found a claim: one of the constructions that make one.
    Rule {
        VerbAndThatClause = "verb and that-clause",
        VerbAndQuestion = "verb and question",
        VerbAndInfinitive = "verb and infinitive",
        VerbAndGerund = "verb and gerund",
        VerbOfAndGerund = "verb, of and gerund",
        RelativeClause = "relative clause around the verb",
        VerbBeforeQuotation = "verb before quotation",
        VerbAndColon = "verb and colon",
        VerbAfterQuotation = "verb after quotation",
        VerbAfterStatement = "verb after statement",
        VerbAndBareClause = "verb and bare clause",
        AccordingTo = "according to",
        Per = "per",
        InTheWordsOf = "in the words of",
        ByTheirAccount = "by their account",
        Citing = "citing",
        AdverbWithoutSource = "adverb without source",
        QuotesAsSaying = "quotes as saying",
        QuotedAsSaying = "quoted as saying",
        QuotedBy = "quoted by",
        ItIsUnderstoodThat = "it is understood that",
        BelievedTo = "believed to",
        WasTold = "was told",
        NounAndThatClause = "noun and that-clause",
        NounAndInfinitive = "noun and infinitive",
        RejectsTheClaim = "rejects the claim",
        CalledIt = "called it",
        Verdict = "verb and verdict",
        HeadlineWithColon = "headline with colon",
        InterviewLabel = "interview label",
        AnnouncedQuotation = "announced quotation",
        ColonBeforeQuotation = "colon before quotation",
        FloatingQuotation = "floating quotation",
        DeclinedToSay = "declined to say",
        DidNotRespond = "did not respond",
        CouldNotBeReached = "could not be reached",
    }
}
