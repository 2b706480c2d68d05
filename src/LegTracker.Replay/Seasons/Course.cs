using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Replay.Histories;

namespace LegTracker.Replay.Seasons;

/// <summary>One measure being written day by day: what is published of it, and what each evening means.</summary>
/// <remarks>Every stage and hearing is said by whoever writes the course: none is read out of the lines.</remarks>
internal sealed class Course(BillId id, int ordinal, string topic, string author)
{
    private readonly List<ReplayedLine> lines = [];
    private readonly List<ReplayedVersion> versions = [];
    private readonly List<(DateOnly Evening, Stage Stage, DateOnly Since, string? Chapter)> stages = [];
    private readonly List<ScriptedChange> told = [];
    private readonly string firstTopic = topic;
    private readonly string firstAuthor = author;
    private string topic = topic;
    private string author = author;

    public BillId Id => id;

    /// <summary>The day being written.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The lead author of the next print.</summary>
    public string Author => author;

    public Stage Stage => stages.Count > 0 ? stages[^1].Stage : Stage.Unknown;

    /// <summary>Goes on to a day, or stays where it is when that is past. Saturdays and Sundays become Mondays.</summary>
    public void GoTo(DateOnly day, bool weekendToo = false)
    {
        Today = day > Today ? day : Today;
        while (!weekendToo && Today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            Today = Today.AddDays(1);
        }
    }

    /// <summary>The next weekday, or a later one.</summary>
    public void GoOn(int days = 1) => GoTo(Today.AddDays(days));

    /// <summary>A line of today, published today.</summary>
    /// <param name="after">The stage it brings, or null when it brings none.</param>
    /// <param name="at">Where the bulk rows say the measure is then.</param>
    public void Say(string text, Stage? after = null, Where? at = null, string? chapter = null)
    {
        var where = at ?? Where.Of(lines.Count > 0 ? lines[^1] : null, id.HouseOfOrigin);
        lines.Add(new ReplayedLine(Today, null, null, where.Primary, where.Secondary, where.Ternary, where.Status, text));
        if (after is { } stage)
        {
            stages.Add((Today, stage, Today, chapter));
        }
    }

    /// <summary>A line of an earlier day that is published only now.</summary>
    public void SayLate(DateOnly date, string text)
    {
        var where = Where.Of(lines[^1], id.HouseOfOrigin);
        lines.Insert(lines.FindLastIndex(line => line.Date <= date) + 1, new ReplayedLine(date, null, null, where.Primary, where.Secondary, where.Ternary, where.Status, text) { PostedLate = Today });
    }

    /// <summary>The newest line that holds a text.</summary>
    public string LastLineWith(string text) => lines.FindLast(line => line.Text.Contains(text, StringComparison.Ordinal))!.Text;

    /// <summary>The newest line with a text reads otherwise from a later day on.</summary>
    public void Reword(string text, DateOnly from, string to, bool isNews)
    {
        var at = lines.FindLastIndex(line => line.Text == text);
        lines[at] = lines[at] with { Rewordings = [.. lines[at].Rewordings, new LineWording(from, to)] };
        if (isNews)
        {
            told.Add(new ScriptedChange(id, from, ChangeKind.ActionReworded, null, lines[at].Date, to));
        }
    }

    /// <summary>The newest line with a text is gone from a later day on.</summary>
    public void Remove(string text, DateOnly from)
    {
        var at = lines.FindLastIndex(line => line.Text == text);
        lines[at] = lines[at] with { Gone = from };
        told.Add(new ScriptedChange(id, from, ChangeKind.ActionRemoved, null, lines[at].Date, text));
    }

    /// <summary>A hearing is set, moved or called off by a line of today.</summary>
    public void Hearing(ChangeKind kind, DateOnly? hearing) =>
        told.Add(new ScriptedChange(id, Today, kind, null, Today, hearing?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>A print of today.</summary>
    /// <param name="kind">INT, AMD, ENR or CHP.</param>
    /// <param name="posted">When it appears; today when null.</param>
    public void Print(string kind, string action, DateOnly? posted = null)
    {
        var printed = string.Create(CultureInfo.InvariantCulture, $"{id.Session.StartYear}{id.Session.Extraordinary}{id.Type}{id.Number}{99 - versions.Count}{kind}");
        versions.Add(new ReplayedVersion(printed, Today, posted ?? Today, action, topic, "Majority", "No", "Yes", "No", "No", "No", author));
    }

    /// <summary>Today's print takes another subject and another author.</summary>
    public void Gut(string newTopic, string newAuthor)
    {
        (topic, author) = (newTopic, newAuthor);
        told.Add(new ScriptedChange(id, Today, ChangeKind.FieldChanged, "topic", null, newTopic));
        told.Add(new ScriptedChange(id, Today, ChangeKind.FieldChanged, "lead_authors", null, newAuthor[..newAuthor.LastIndexOf(' ')]));
    }

    /// <summary>The measure as the replay serves it.</summary>
    public ReplayedBill Bill()
    {
        var days = lines.Select(line => line.Date).Distinct().Order().ToList();
        return new ReplayedBill(id, ordinal, firstTopic, firstAuthor, ["A generated course."], null, versions,
            [.. lines.OrderBy(line => line.Date).Select(line => line with { Sequence = days.IndexOf(line.Date) + 1 })])
        {
            HasTextsAndHearings = false,
        };
    }

    /// <summary>What must be recorded after the first evening.</summary>
    public IEnumerable<ScriptedChange> Script()
    {
        var first = lines[0].Date;
        foreach (var line in lines.Where(line => line.Shown > first))
        {
            var newest = lines.Where(other => other.Shown < line.Shown && !(other.Gone < line.Shown)).Max(other => other.Date);
            yield return new ScriptedChange(id, line.Shown, line.Date < newest ? ChangeKind.ActionPostedLate : ChangeKind.ActionAdded, null, line.Date, line.Text);
        }

        foreach (var version in versions.Where(version => version.Posted > first))
        {
            yield return new ScriptedChange(id, version.Posted, ChangeKind.VersionAdded, null, version.Date, version.Id);
        }

        foreach (var change in told.Concat(StageChanges(first)))
        {
            yield return change;
        }
    }

    private IEnumerable<ScriptedChange> StageChanges(DateOnly first)
    {
        var before = Stage.Unknown;
        foreach (var (evening, stage, since, chapter) in stages.GroupBy(mark => mark.Evening).Select(day => day.Last()))
        {
            if (evening > first && stage != before)
            {
                yield return new ScriptedChange(id, evening, ChangeKind.StageChanged, null, since, stage.ToString());
                if (stage is Stage.Chaptered or Stage.Vetoed)
                {
                    yield return new ScriptedChange(id, evening, stage == Stage.Chaptered ? ChangeKind.Chaptered : ChangeKind.Vetoed, null, since, chapter);
                }
            }

            before = stage;
        }
    }
}

/// <summary>Location and status as a bulk row gives them beside a line.</summary>
internal sealed record Where(string Primary, string? Secondary, string? Ternary, string Status)
{
    public static Where Of(ReplayedLine? line, House origin) => line is null
        ? new Where(origin.ToString(), "Desk", null, "Pending Referral")
        : new Where(line.Primary!, line.Secondary, line.Ternary, line.EndStatus!);
}
