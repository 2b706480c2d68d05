using System.Collections.Concurrent;
using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>A tracked bill as the API's Bill: what is recorded, and what follows from it on the record's day.</summary>
/// <remarks>
/// The reading of a history is kept by its lines and the day, so that a long list costs little. Not by revision: a line whose print was
/// touched up is recorded without one.
/// </remarks>
internal sealed class BillMapping(LegislativeClock clock, LegislativeCalendar calendar)
{
    private readonly ConcurrentDictionary<BillId, (ImmutableArray<HistoryLine> Lines, TypeOfMeasure? Type, EffectFacts Facts, DateOnly Day, BillProgress Progress, NextDeadline Deadline)> read = new();

    public V1.Bill Of(TrackedBill bill, bool summaryOnly)
    {
        var message = new V1.Bill
        {
            Name = bill.Id.ResourceName,
            Etag = HumanMapping.Etag(bill.Human),
            Revision = bill.Revision,
            Measure = bill.Id.Measure,
            Session = bill.Id.Session.Display,
            HouseOfOrigin = EnumMapping.Of(bill.Id.HouseOfOrigin),
            Freshness = EnumMapping.Of(bill.Freshness),
            FreshnessReason = bill.FreshnessReason ?? "",
            LastConfirmedTime = Mapping.Instant(bill.LastConfirmedTime),
            Provenance = Mapping.Of(bill.Provenance),
        };
        HumanMapping.Fill(message, bill);
        if (bill.Record is { } record)
        {
            Fill(message, bill, record, summaryOnly);
        }
        else
        {
            message.Stage = V1.Stage.Unknown;
            message.StageSentence = $"{bill.Id.Measure} has not been read from a source yet, so its status is unknown.";
            message.Listed = Of(bill.Listed);
        }

        return message;
    }

    /// <summary>Whether a bill fits a filter as it stands.</summary>
    public bool Fits(BillFilter filter, TrackedBill bill) => filter.Accepts(bill, bill.Record is null ? null : Read(bill));

    /// <summary>The history understood as of the record's day.</summary>
    public BillReading Read(TrackedBill bill)
    {
        var day = clock.Today;
        var lines = bill.Actions.Select(action => action.Line).ToImmutableArray();
        var type = bill.Record?.Type;
        var facts = bill.Record?.EffectFacts ?? EffectFacts.None;
        if (!read.TryGetValue(bill.Id, out var kept) || kept.Day != day || kept.Type != type || kept.Facts != facts || !kept.Lines.SequenceEqual(lines))
        {
            var progress = bill.ProgressOn(day);
            kept = (lines, type, facts, day, progress, NextDeadline.Of(progress, type, calendar));
            read[bill.Id] = kept;
        }

        return new BillReading(kept.Progress, kept.Deadline, HearingList.Of(kept.Progress, bill.HearingRows ?? []), bill.Record?.Text);
    }

    private void Fill(V1.Bill message, TrackedBill bill, BillRecord record, bool summaryOnly)
    {
        var reading = Read(bill);
        var progress = reading.Progress;
        message.Title = record.Title ?? "";
        message.Topic = record.Topic;
        message.LeadAuthors.AddRange(record.LeadAuthors);
        message.Coauthors.AddRange(record.Coauthors);
        message.Stage = EnumMapping.Of(progress.Stage);
        message.StageSince = Mapping.Day(progress.Since);
        message.StageCause = progress.Cause switch
        {
            { Line: { } line } => new V1.StageCause { Action = line.Text },
            { Rule: { } rule } => new V1.StageCause { Rule = rule },
            _ => null,
        };
        message.TwoYear = reading.IsTwoYear;
        message.StatusText = record.StatusText ?? "";
        message.Location = progress.Location ?? "";
        message.Committee = progress.Committee ?? "";
        message.Chapter = Mapping.Of(progress.Chapter);
        message.SignedDate = Mapping.Day(progress.SignedDate);
        TextMapping.Fill(message, record.Text, progress, summaryOnly);
        message.GovernorDeadline = Mapping.Day(progress.GovernorDeadline);
        message.StageSentence = StageWords.Sentence(progress);
        message.NextDates.AddRange(reading.NextDates());
        message.Deadline = reading.DeadlineToProto();
        if (!summaryOnly)
        {
            message.Progress.AddRange(progress.Marks.Select(CourseMapping.Of));
            message.Actions.AddRange(Actions(bill, progress));
            message.Votes.AddRange(VoteMapping.Of(message.Actions));
            message.Hearings.AddRange(HearingMapping.Of(bill, reading.Hearings));
            message.Analyses = AnalysisMapping.Of(record.Analyses);
            message.Versions.AddRange(record.Versions.Select(version => new V1.Version
            {
                Id = version.Id,
                Date = Mapping.Day(version.Date),
                Action = version.Action,
                Topic = version.Topic ?? "",
                Type = Of(version.Type),
            }));
        }
    }

    private static IEnumerable<V1.Action> Actions(TrackedBill bill, BillProgress progress)
    {
        // Lines dated after the record's day are not read yet; they stand in the history all the same.
        var readings = progress.Actions.ToLookup(action => action.Line).ToDictionary(group => group.Key, group => new Queue<ReadAction>(group));
        foreach (var (action, index) in bill.Actions.Select((action, index) => (action, index)))
        {
            var reading = readings.TryGetValue(action.Line, out var queue) && queue.TryDequeue(out var found) ? found : ActionReader.Read(bill.Id, action.Line);
            yield return new V1.Action
            {
                Date = Mapping.Day(action.Line.Date),
                Text = action.Line.Text,
                Kinds = { reading.Kinds.Select(EnumMapping.Of) },
                Committees = { reading.Committees },
                Votes = reading.Votes is { } votes ? new V1.Votes { Ayes = votes.Ayes, Noes = votes.Noes } : null,
                HearingDate = Mapping.Day(reading.HearingDate),
                StageAfter = EnumMapping.Of(reading.StageAfter),
                Sequence = index + 1,
                ObservedTime = Mapping.Instant(action.ObservedTime),
                PostedLate = action.PostedLate,
                Provenance = Mapping.Of(action.Provenance),
            };
        }
    }

    private static V1.TypeOfMeasure? Of(TypeOfMeasure? type) => type is null ? null : new V1.TypeOfMeasure
    {
        VoteRequired = type.VoteRequired ?? "",
        Appropriation = EnumMapping.Of(type.Appropriation),
        FiscalCommittee = EnumMapping.Of(type.FiscalCommittee),
        LocalProgram = EnumMapping.Of(type.LocalProgram),
        Urgency = EnumMapping.Of(type.Urgency),
        TaxLevy = EnumMapping.Of(type.TaxLevy),
    };

    private static V1.ListedFacts? Of(ListedFacts? listed) => listed is null ? null : new V1.ListedFacts
    {
        Topic = listed.Topic ?? "",
        LeadAuthors = { listed.LeadAuthors },
        Chapter = Mapping.Of(listed.Chapter),
        SignedDate = Mapping.Day(listed.SignedDate),
        Note = listed.Note,
    };
}
