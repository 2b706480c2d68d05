using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing.PlainLanguage;

/// <summary>A text's sentences and words, as a reader counts them. Pure.</summary>
internal static partial class Sentences
{
    /// <summary>The sentences of a paragraph, without empty ones and without numbers of sources. Items of a list after a colon are one each.</summary>
    public static IEnumerable<string> In(string text) =>
        End().Split(Abbreviation().Replace(SourceNumber().Replace(text, ""), match => match.Value.Replace('.', '\u2024')))
            .SelectMany(sentence => sentence.Contains(": ", StringComparison.Ordinal) ? sentence.Split("; ") : [sentence])
            .Select(sentence => sentence.Replace('\u2024', '.').TrimStart('-', '•', ' ').TrimEnd()).Where(sentence => Words(sentence) > 0);

    /// <summary>Words of a sentence. A list of bills is one word, and so is a bill's name: nobody reads them word by word.</summary>
    public static int Words(string sentence) => Word().Count(Bills().Replace(sentence, "bills"));

    /// <summary>The words themselves.</summary>
    public static IEnumerable<string> WordsOf(string sentence) => Word().Matches(Bills().Replace(sentence, "bills")).Select(match => match.Value);

    [GeneratedRegex(@" ?\[(?:source )?\d+\]")]
    private static partial Regex SourceNumber();

    [GeneratedRegex(@"(?<=[.?!][”’)\]]*)\s+(?=[“(\[]*[\p{Lu}\p{N}])|(?<=:)\s+(?=\p{Lu}\p{Ll})")]
    private static partial Regex End();

    [GeneratedRegex(@"\b(?:[a-z]\.[a-z]\.|(?:No|Sec|Art|art|sec|St|Sen|Dr|Mr|Ms|Mrs|Com|Cal|Const|vs|v|Jr|[A-Z])\.)(?=\s)")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(?:(?:Assembly|Senate) (?:Bill|[A-Z]\w+ (?:Resolution|Amendment)) \([A-Z]{2,3}\)|\b(?:AB|SB|ACA|SCA|ACR|SCR|AJR|SJR|HR|SR)) \d+(?: \([^)]*\))?(?:(?:, and |, | and )(?:(?:(?:Assembly|Senate) (?:Bill|[A-Z]\w+ (?:Resolution|Amendment)) \([A-Z]{2,3}\)|(?:AB|SB|ACA|SCA|ACR|SCR|AJR|SJR|HR|SR)) \d+(?: \([^)]*\))?))*")]
    private static partial Regex Bills();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’./-]*")]
    private static partial Regex Word();
}
