using System.Collections.Immutable;
using LegTracker.Legislature;
using Microsoft.EntityFrameworkCore;

namespace LegTracker.Server.Recording;

/// <summary>Puts a reading in the place of the one before: the bill's values, its actions and its versions.</summary>
internal static class ReadingRows
{
    public static async Task ReplaceAsync(RecordContext context, BillRow row, BillRecord record, ImmutableArray<RecordedAction> actions, EvidenceRows evidence, CancellationToken cancellationToken)
    {
        (row.IsRead, row.Topic, row.Title) = (true, record.Topic, record.Title);
        (row.LeadAuthors, row.Coauthors) = (RowMapping.List(record.LeadAuthors), RowMapping.List(record.Coauthors));
        (row.StatusText, row.HouseLocation) = (record.StatusText, record.HouseLocation);
        await context.Actions.Where(action => action.BillId == row.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Versions.Where(version => version.BillId == row.Id).ExecuteDeleteAsync(cancellationToken);
        foreach (var (action, index) in actions.Select((action, index) => (action, index)))
        {
            context.Actions.Add(new ActionRow
            {
                BillId = row.Id,
                Sequence = index + 1,
                Date = RowMapping.Day(action.Line.Date),
                Text = action.Line.Text,
                Occurrence = action.Occurrence,
                ObservedTicks = action.ObservedTime.UtcTicks,
                PostedLate = action.PostedLate,
                IsUnknown = ActionReader.Read(record.Id, action.Line).Kinds is [ActionKind.Unknown],
                ProvenanceId = (await evidence.FindOrAddAsync(action.Provenance, cancellationToken)).Id,
            });
        }

        context.Versions.AddRange(record.Versions.Select((version, index) => new VersionRow
        {
            BillId = row.Id,
            Sequence = index + 1,
            Id = version.Id,
            Date = RowMapping.Day(version.Date),
            Action = version.Action,
            Topic = version.Topic,
        }));
    }
}
