using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Client;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>The API's bill as the dashboard's own.</summary>
internal static class BillItemMapping
{
    public static BillItem From(Bill bill)
    {
        var last = bill.Actions.LastOrDefault();
        return new BillItem(bill.Name, bill.Measure, bill.Session)
        {
            Title = bill.Topic.Length > 0 ? bill.Topic : bill.Listed?.Topic ?? "",
            Authors = [.. bill.LeadAuthors.Count > 0 ? bill.LeadAuthors : bill.Listed?.LeadAuthors ?? []],
            Stage = ApiWords.Of(bill.Stage),
            StageName = bill.Stage.ToString(),
            Mark = Mark(bill.Stage),
            StageSince = Day(bill.StageSince),
            StageCause = bill.StageCause?.CauseCase switch
            {
                StageCause.CauseOneofCase.Action => bill.StageCause.Action,
                StageCause.CauseOneofCase.Rule => bill.StageCause.Rule,
                _ => "",
            },
            TwoYear = bill.TwoYear,
            Lanes = [.. bill.Progress.Select(Lane)],
            LastActionDate = last is null ? null : Day(last.Date),
            LastAction = last?.Text ?? "",
            Location = string.Join(", ", new[] { bill.Committee.StartsWith(bill.Location, StringComparison.Ordinal) ? "" : bill.Location, bill.Committee }.Where(part => part.Length > 0)),
            Actions = [.. bill.Actions.Select(action => new ActionItem(Day(action.Date) ?? default, action.Text, action.PostedLate))],
            NextDates = [.. bill.NextDates.Select(next => new Model.NextDate(Day(next.Date) ?? default, next.What, next.Source))],
            Facts = Facts(bill),
            Freshness = bill.Freshness switch
            {
                V1.Freshness.Current => Model.Freshness.Current,
                V1.Freshness.Stale => Model.Freshness.Stale,
                V1.Freshness.Quarantined => Model.Freshness.Quarantined,
                V1.Freshness.NeverPolled => Model.Freshness.NeverRead,
                _ => Model.Freshness.Unknown,
            },
            FreshnessReason = bill.FreshnessReason,
            LastConfirmed = bill.LastConfirmedTime?.ToDateTimeOffset(),
            Source = bill.Provenance?.Source ?? "",
            Position = bill.Position,
            Priority = bill.Priority is > 0 and <= 3 ? bill.Priority : null,
            Labels = [.. bill.Labels],
            Owner = bill.Owner,
            Written = WrittenMapping.From(bill),
            Etag = bill.Etag,
            Deadline = Deadline(bill) ?? "",
            PageUrl = PageUrl(bill.Name, "billHistoryClient"),
            AnalysesUrl = PageUrl(bill.Name, "billAnalysisClient"),
        };
    }

    /// <summary>An ISO date, or null when there is none.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // Without days left, which would not be true tomorrow; a server of an older version has the one sentence only.
    private static string? Deadline(Bill bill) => bill.Deadline is not { Outlook: not DeadlineOutlook.None } deadline ? null
        : deadline.DatedSentence.Length > 0 ? deadline.DatedSentence : deadline.Sentence;

    private static ImmutableArray<Fact> Facts(Bill bill)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        if (bill.Hearings.FirstOrDefault(hearing => hearing.Status == HearingStatus.Set) is { } next)
        {
            facts.Add(new Fact("Hearing", ApiWords.Of(next)));
        }

        if (bill.Chapter is { } chapter)
        {
            facts.Add(new Fact("Chapter", string.Create(CultureInfo.InvariantCulture, $"{(chapter.Kind == ChapterKind.Resolution ? "Res. " : "")}Ch. {chapter.Number}, Statutes of {chapter.Year}")));
        }

        if (bill.SignedDate.Length > 0)
        {
            facts.Add(new Fact("Signed", bill.SignedDate));
        }

        if (bill.Effective is { Date.Length: > 0 } effective)
        {
            facts.Add(new Fact("In effect", $"{effective.Date} ({effective.Rule})"));
        }

        if (bill.OperativeNote.Length > 0)
        {
            facts.Add(new Fact("Operative", bill.OperativeNote));
            facts.AddRange(bill.Operative.Where(said => said.Kind == OperativeKind.Operative).Select(said => said.Source).Distinct().Select(sentence => new Fact("Its text", $"“{sentence}”")));
        }

        if (Deadline(bill) is { } deadline)
        {
            facts.Add(new Fact("Deadline", deadline));
        }

        if (bill.Listed is { Note.Length: > 0 } listed)
        {
            facts.Add(new Fact("Watch list", listed.Note));
        }

        return facts.ToImmutable();
    }

    private static StageMark Mark(Stage stage) => stage switch
    {
        Stage.Held or Stage.SecondHouseHeld or Stage.OnSuspense or Stage.SecondHouseOnSuspense or Stage.InactiveFile or Stage.SecondHouseInactiveFile => StageMark.Held,
        Stage.Enrolled => StageMark.WithGovernor,
        Stage.Signed or Stage.Chaptered or Stage.LawWithoutSignature => StageMark.Law,
        Stage.Adopted => StageMark.Adopted,
        Stage.Vetoed => StageMark.Vetoed,
        Stage.Dead => StageMark.Dead,
        Stage.Unspecified or Stage.Unknown => StageMark.Unknown,
        _ => Enum.IsDefined(stage) ? StageMark.Moving : StageMark.Unknown,
    };

    public static LaneStep Lane(ProgressMark mark) => new(
        mark.House switch { House.Assembly => Model.Lane.Assembly, House.Senate => Model.Lane.Senate, _ => Model.Lane.Final },
        mark.Step switch
        {
            ProgressStep.Introduced => "Intro",
            ProgressStep.Policy => "Policy",
            ProgressStep.Fiscal => "Fiscal",
            ProgressStep.Floor => "Floor",
            ProgressStep.Concurrence => "Concur",
            ProgressStep.Governor => "Governor",
            _ => "?",
        },
        mark.State switch
        {
            ProgressState.Here => StepMark.Here,
            ProgressState.Done => StepMark.Done,
            ProgressState.Skipped => StepMark.Skipped,
            ProgressState.Held => StepMark.Held,
            ProgressState.Dead => StepMark.Dead,
            ProgressState.Law => StepMark.Law,
            ProgressState.ToCome => StepMark.ToCome,
            _ => StepMark.Unknown,
        },
        Day(mark.Date));

    // states/ca/sessions/20232024-0/bills/AB1394 → leginfo's id 202320240AB1394.
    public static string? PageUrl(string name, string page = "billHistoryClient") => name.Split('/') is ["states", "ca", "sessions", var session, "bills", var measure]
        ? $"https://leginfo.legislature.ca.gov/faces/{page}.xhtml?bill_id={session.Replace("-", "", StringComparison.Ordinal)}{measure}"
        : null;
}
