namespace LegTracker.Dashboard.Writing.PlainLanguage;

/// <summary>What makes a text hard to read, or old before it is read.</summary>
internal enum WordFault
{
    /// <summary>A sentence of more than 25 words.</summary>
    LongSentence,

    /// <summary>A word of the law where a plain one does.</summary>
    LegalWord,

    /// <summary>A word that takes sides.</summary>
    LoadedWord,

    /// <summary>A word that the field has left: it blames a child or hides what was done.</summary>
    FieldWord,

    /// <summary>A date in figures: people read 1/2/25 in two ways.</summary>
    DateInFigures,

    /// <summary>"Today", "recently": true on one day only.</summary>
    RelativeDay,
}

/// <summary>One finding.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Sentence">What is hard and what to write, for a person.</param>
internal sealed record WordFinding(WordFault Fault, string Place, string Sentence);
