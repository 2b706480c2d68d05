using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>A known date ahead of the until date.</summary>
/// <param name="What">"hearing", "deadline", "Governor's last day to act", "effective date", "operative date".</param>
/// <param name="Hearing">The hearing, when it is one.</param>
internal sealed record DateAhead(DateOnly Date, string What, SelectedBill Bill, Hearing? Hearing = null)
{
    /// <summary>What it is in a few words; of a deadline, which one.</summary>
    public string Words => What == DatesSection.Deadline ? DeadlineWords.Short(Bill.Deadline) : What;
}

/// <summary>The section of dates ahead: hearings, deadlines, the Governor's last days, and effective and operative dates of the reported bills.</summary>
internal static class DatesSection
{
    private const string Hearing = "hearing";
    internal const string Deadline = "deadline";
    private const string LastDay = "Governor's last day to act";
    private const string Effective = "effective date";
    private const string Operative = "operative date";

    /// <summary>Soonest first.</summary>
    public static IEnumerable<DateAhead> Ahead(SegmentRequest request, ILookup<SectionKind, SelectedBill> placed) => placed
        .SelectMany(section => section)
        .SelectMany(bill => bill.Hearings
            .Where(hearing => hearing.IsAhead(request.Until) && hearing.Date <= request.Until.AddDays(Selection.DaysAhead))
            .Select(hearing => new DateAhead(hearing.Date, Hearing, bill, hearing))
            .Concat(Others(request, bill)))
        .OrderBy(ahead => ahead.Date)
        .ThenBy(ahead => ahead.Bill.Progress.Id);

    private static IEnumerable<DateAhead> Others(SegmentRequest request, SelectedBill bill) => new[]
        {
            (Date: bill.Deadline.Next is { Kind: not DeadlineKind.Governor } next ? next.Date : null, What: Deadline),
            (Date: bill.Progress.GovernorDeadline, What: LastDay),
            (Date: bill.IsLaw ? bill.Progress.EffectiveDate : null, What: Effective),
            (Date: bill.IsLaw ? bill.Operative.Next?.Date : null, What: Operative),
        }.Where(ahead => ahead.Date >= request.Until && (ahead.What is not (Effective or Operative) || ahead.Date > request.Until))
         .Select(ahead => new DateAhead(ahead.Date!.Value, ahead.What, bill));

    /// <summary>Null when no date is known.</summary>
    public static SegmentSection? Of(SegmentRequest request, ILookup<SectionKind, SelectedBill> placed, BillNames names)
    {
        var items = Ahead(request, placed).Select(ahead => Item(ahead, names)).ToImmutableArray();
        return items.IsEmpty ? null : new SegmentSection(SectionKind.ComingDates, "Coming dates", items);
    }

    private static SegmentItem Item(DateAhead ahead, BillNames names)
    {
        var evidence = new BillEvidence(ahead.Bill);
        var id = ahead.Bill.Progress.Id;
        var day = StageWords.Day(ahead.Date);
        var name = names.Of(id);
        var claim = ahead.What switch
        {
            Hearing => evidence.Hearing($"{day}: a hearing of {name} is set{In(ahead.Hearing!)}.", ahead.Hearing!),
            Deadline => evidence.Auto(DeadlineWords.Dated(ahead.Bill.Deadline, name), evidence.LinesOfStage(), $"Legislative calendar{(ahead.Bill.Deadline.Next!.Rule is { } rule ? $", {rule}" : "")}"),
            LastDay => evidence.Auto($"{day}: the Governor's last day to act on {name}.", evidence.LinesTelling(ActionKind.Presented).TakeLast(1), "Days for the Governor to act (Cal. Const. art. IV, sec. 10(b))"),
            Operative => evidence.Text($"{day}: {LawItems.OperativeSubject(name, ahead.Bill.Operative.Next!)} operative.", ClaimKind.Auto, ahead.Bill.Operative.Text!, ahead.Bill.Operative.Next!.Sentence),
            _ => evidence.OfEffect($"{day}: {name} takes effect.", evidence.LinesTelling(ActionKind.Chaptered).TakeLast(1)),
        };
        return new SegmentItem(id, day, [claim], [], $"{name}: {ahead.Words}");
    }

    // A code is no name to be read aloud.
    private static string In(Hearing hearing) =>
        hearing.Committee is { } committee && committee.EndsWith(" Committee", StringComparison.Ordinal) ? $" in the {committee}" : "";
}
