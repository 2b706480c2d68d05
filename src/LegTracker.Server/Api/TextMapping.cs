using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>What was read in a bill's text, as the API's fields.</summary>
internal static class TextMapping
{
    public static void Fill(V1.Bill message, TextReading? text, BillProgress progress, bool summaryOnly)
    {
        var isLaw = progress.Stage is Stage.Signed or Stage.Chaptered or Stage.LawWithoutSignature;
        message.OperativeNote = OperativeDates.Words(text, isLaw && progress.Id.Type is MeasureType.AB or MeasureType.SB);
        if (progress.EffectiveDate is { } effective)
        {
            message.Effective = new V1.EffectiveDate { Date = Mapping.Day(effective), Rule = progress.EffectiveRule ?? "", Source = SourceOf(text, progress) };
        }

        if (text is null)
        {
            return;
        }

        message.Text = new V1.BillText { Version = text.VersionId, Address = text.Address, UnreadReason = text.Fault ?? "", CodeSections = { text.CodeSections } };
        message.Operative.AddRange(text.Operative.Select(Of));
        if (!summaryOnly)
        {
            message.Text.Digest.AddRange(text.Digest);
        }
    }

    /// <summary>The operative date ahead of a law.</summary>
    public static IEnumerable<V1.NextDate> NextDates(TextReading? text, BillProgress progress)
    {
        if (progress.Stage is Stage.Chaptered && OperativeDates.Of(text, progress.EffectiveDate, progress.AsOf) is { Text: { } read, Next: { Date: { } date } next })
        {
            yield return new V1.NextDate { Date = Mapping.Day(date), What = $"Operative{(next.Part is null or "this act" ? "" : $": {next.Part}")}", Source = $"{read.VersionId}: {next.Sentence}" };
        }
    }

    private static V1.OperativeDate Of(OperativeStatement said) => new()
    {
        Date = Mapping.Day(said.Date),
        Part = said.Part ?? "",
        Source = said.Sentence,
        Kind = said.Kind switch
        {
            OperativeKind.Operative => V1.OperativeKind.Operative,
            OperativeKind.Inoperative => V1.OperativeKind.Inoperative,
            OperativeKind.Repealed => V1.OperativeKind.Repealed,
            _ => V1.OperativeKind.Unspecified,
        },
        Condition = said.Condition?.Words ?? "",
    };

    private static string SourceOf(TextReading? text, BillProgress progress)
    {
        var line = progress.Actions.LastOrDefault(action => action.Kinds.Any(kind => kind is ActionKind.Chaptered or ActionKind.Filed))?.Line.Text ?? "";
        return text is { IsRead: true, IsFinal: true } ? $"{line} (text of {text.VersionId})" : line;
    }
}
