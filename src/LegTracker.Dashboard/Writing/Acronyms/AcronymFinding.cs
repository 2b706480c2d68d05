namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>What is wrong with a short form in a document.</summary>
internal enum AcronymFault
{
    /// <summary>Used, and written out nowhere.</summary>
    NeverWrittenOut,

    /// <summary>Written out, but only after it was used.</summary>
    WrittenOutLate,

    /// <summary>Written out with its short form more than once.</summary>
    WrittenOutAgain,

    /// <summary>Written out in other words than its own name.</summary>
    Misnamed,

    /// <summary>Written out in two of its meanings.</summary>
    TwoMeanings,

    /// <summary>CSEC beside a word that its meaning does not go with: "CSEC youth".</summary>
    WrongSense,
}

/// <summary>One finding of a check.</summary>
/// <param name="ShortForm">As printed.</param>
/// <param name="Place">Where to look first.</param>
/// <param name="Sentence">What is wrong and what to write, for a person.</param>
internal sealed record AcronymFinding(string ShortForm, AcronymFault Fault, string Place, string Sentence);
