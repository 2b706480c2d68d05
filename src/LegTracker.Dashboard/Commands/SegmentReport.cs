using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.HandOut;
using LegTracker.Dashboard.Writing.PlainLanguage;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>What a person is told of a file that was built: what is missing, and what of its words a person has to mend.</summary>
internal static class SegmentReport
{
    private const int MostFindings = 20;

    public static IEnumerable<string> Of(Segment segment, WrittenSegment file)
    {
        foreach (var missing in segment.Missing)
        {
            yield return $"  missing: {missing}";
        }

        var glossary = FieldGlossary.BuiltIn();
        var found = file.Parts.SelectMany(part => AcronymCheck.Of(Verbatim.Without(part.Blocks, HandOutPlan.SourcesTitle), glossary).Select(finding => $"  short form, {finding.Place}: {finding.Sentence}")
            .Concat(WordCheck.Of(part.Blocks, HandOutPlan.SourcesTitle).Select(finding => $"  words, {finding.Place}: {finding.Sentence}"))).ToList();
        foreach (var finding in found.Take(MostFindings))
        {
            yield return finding;
        }

        if (found.Count > MostFindings)
        {
            yield return $"  and {found.Count - MostFindings} more: legtracker check acronyms FILE, legtracker check words FILE";
        }

        var left = file.Claims.Count(claim => claim.Places.IsEmpty);
        yield return $"  {file.Claims.Length - left} of {CheckCommand.Count(file.Claims.Length, "statement")} printed; {CheckWordsCommand.GradeWords(file.Parts.SelectMany(part => part.Blocks))}.";
    }
}
