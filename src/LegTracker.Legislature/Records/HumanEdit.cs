using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What a person wants written of a bill: the fields named, and nothing else.</summary>
/// <param name="Fields">Names of <see cref="HumanField.All"/>; one that is empty in <paramref name="Wanted"/> is cleared.</param>
/// <param name="Wanted">The values; of a text only its words, and its version when one is given.</param>
/// <param name="Author">Who writes.</param>
public sealed record HumanEdit(ImmutableArray<string> Fields, HumanFields Wanted, string Author)
{
    /// <summary>Texts that were read over and stand as they are, by name; none of <see cref="Fields"/>.</summary>
    public ImmutableArray<string> Reviewed { get; init; } = [];

    /// <summary>The fields that are given, written; the others left as they are.</summary>
    public static HumanEdit OfGiven(HumanFields given, string author) =>
        new([.. HumanField.All.Where(field => given.ValueOf(field) is not null)], given, author);

    /// <summary>What the fields are after it, with an EDITED difference for each one that differs.</summary>
    /// <param name="newestVersion">Id of the newest printed version known, for texts whose version is not given; null when none is.</param>
    public (HumanFields After, ImmutableArray<Difference> Differences) Apply(BillId bill, HumanFields before, string? newestVersion, DateTimeOffset now)
    {
        var after = before;
        var differences = ImmutableArray.CreateBuilder<Difference>();
        foreach (var field in HumanField.All)
        {
            var next = Reviewed.Contains(field) ? Review(after, field, newestVersion, now)
                : !Fields.Contains(field) ? after
                : HumanField.Texts.Contains(field) ? Write(after, field, newestVersion, now)
                : Set(after, field, now);
            if (!ReferenceEquals(next, after))
            {
                differences.Add(new Difference(
                    ChangeKind.Edited, field, after.ValueOf(field), next.ValueOf(field), null, HumanWords.Sentence(bill.Measure, field, after, next, Author)));
                after = next;
            }
        }

        return (after, differences.ToImmutable());
    }

    // A position of unknown author that is recorded again gets one.
    private HumanFields Set(HumanFields before, string field, DateTimeOffset now)
    {
        var wanted = Wanted.ValueOf(field);
        var isSame = wanted == before.ValueOf(field);
        return field switch
        {
            HumanField.Position when !isSame || (wanted is not null && before.PositionAuthor is null) => before with
            {
                Position = wanted,
                PositionAuthor = wanted is null ? null : Author,
                PositionTime = wanted is null ? null : now,
            },
            _ when isSame => before,
            HumanField.Priority => before with { Priority = Wanted.Priority },
            HumanField.Labels => before with { Labels = Wanted.Labels },
            HumanField.Owner => before with { Owner = wanted },
            HumanField.Sponsors => before with { Sponsors = Wanted.Sponsors },
            _ => before,
        };
    }

    // The same words again are no writing, and say nothing of a newer version unless one is named.
    private HumanFields Write(HumanFields before, string field, string? newestVersion, DateTimeOffset now)
    {
        var (kept, wanted) = (before.Texts.GetValueOrDefault(field), Wanted.Texts.GetValueOrDefault(field));
        return (kept, wanted) switch
        {
            (null, null) => before,
            (_, null) => before with { Texts = before.Texts.Remove(field) },
            _ when kept?.Text == wanted.Text => wanted.ForVersion is null || wanted.ForVersion == kept.ForVersion
                ? before
                : before with { Texts = before.Texts.SetItem(field, kept with { ForVersion = wanted.ForVersion, ReviewedBy = null, ReviewTime = null }) },
            _ => before with { Texts = before.Texts.SetItem(field, new HumanText(wanted.Text, Author, now, wanted.ForVersion ?? newestVersion)) },
        };
    }

    private HumanFields Review(HumanFields before, string field, string? newestVersion, DateTimeOffset now) =>
        before.Texts.GetValueOrDefault(field) is { } kept
            ? before with
            {
                Texts = before.Texts.SetItem(field, kept with
                {
                    ForVersion = Wanted.Texts.GetValueOrDefault(field)?.ForVersion ?? newestVersion ?? kept.ForVersion,
                    ReviewedBy = Author,
                    ReviewTime = now,
                }),
            }
            : before;
}
