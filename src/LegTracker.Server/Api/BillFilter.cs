using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>A filter of bills as a tree of what has to hold.</summary>
internal abstract record BillFilter
{
    private BillFilter()
    {
    }

    /// <param name="reading">The bill's history understood; null while no source has confirmed one.</param>
    public abstract bool Accepts(TrackedBill bill, BillReading? reading);

    /// <summary>Every part holds; with none, every bill passes.</summary>
    internal sealed record All(ImmutableArray<BillFilter> Parts) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => Parts.All(part => part.Accepts(bill, reading));
    }

    internal sealed record Not(BillFilter Part) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => !Part.Accepts(bill, reading);
    }

    /// <summary>The words stand in the measure, title, topic, an author, the session, the stage's words, the position, the owner or a label.</summary>
    internal sealed record Text(string Words) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => Texts(bill, reading).Any(text => Has(text, Words));

        private static IEnumerable<string?> Texts(TrackedBill bill, BillReading? reading) =>
        [
            bill.Id.Measure, bill.Id.Measure.Replace(" ", "", StringComparison.Ordinal), bill.Id.Session.Display,
            bill.Record?.Topic ?? bill.Listed?.Topic, bill.Record?.Title, StageWords.Of(reading?.Progress.Stage ?? Stage.Unknown), bill.Human.Position, bill.Human.Owner,
            .. bill.Record?.LeadAuthors ?? bill.Listed?.LeadAuthors ?? [], .. bill.Human.Labels,
        ];
    }

    /// <summary>Of a two-year session, its extraordinary ones included.</summary>
    internal sealed record InSession(int StartYear) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => bill.Id.Session.StartYear == StartYear;
    }

    /// <summary>Began in a house.</summary>
    internal sealed record From(House House) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => bill.Id.HouseOfOrigin == House;
    }

    /// <summary>At one of the stages.</summary>
    internal sealed record At(ImmutableHashSet<Stage> Stages) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => Stages.Contains(reading?.Progress.Stage ?? Stage.Unknown);

        public bool Equals(At? other) => other is not null && Stages.SetEquals(other.Stages);

        public override int GetHashCode() => Stages.Count;
    }

    internal sealed record Priority(int Number) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => bill.Human.Priority == Number;
    }

    internal sealed record Position(string Words) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => Has(bill.Human.Position, Words);
    }

    internal sealed record Label(string Words) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => bill.Human.Labels.Any(label => Has(label, Words));
    }

    /// <summary>Something known happens in fewer than so many days.</summary>
    internal sealed record Within(int Days) : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) =>
            reading is not null && reading.NextDates().Any(next => string.CompareOrdinal(next.Date, Mapping.Day(reading.Progress.AsOf.AddDays(Days))) < 0);
    }

    /// <summary>The record is not confirmed by the last poll.</summary>
    internal sealed record Stale : BillFilter
    {
        public override bool Accepts(TrackedBill bill, BillReading? reading) => bill.Freshness is Freshness.Stale or Freshness.Quarantined;
    }

    private static bool Has(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
