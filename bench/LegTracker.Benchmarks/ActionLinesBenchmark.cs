using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Benchmarks;

/// <summary>100,000 action lines read on one thread: each by itself, and as whole histories with the stage after every line.</summary>
internal static class ActionLinesBenchmark
{
    private const int Lines = 100_000;

    private static readonly string[] Course =
    [
        "2025-02-19 Read first time. To print.",
        "2025-02-20 From printer. May be heard in committee March 22.",
        "2025-03-03 Referred to Coms. on G.O. and PUB. S.",
        "2025-03-24 From committee chair, with author's amendments: Amend, and re-refer to Com. on G.O. Read second time and amended.",
        "2025-03-25 Re-referred to Com. on G.O.",
        "2025-04-03 From committee: Do pass and re-refer to Com. on APPR. with recommendation: To Consent Calendar. (Ayes 21. Noes 0.) (April 2). Re-referred to Com. on APPR.",
        "2025-04-30 In committee: Set, first hearing. Referred to APPR. suspense file.",
        "2025-05-23 From committee: Amend, and do pass as amended. (Ayes 11. Noes 0.) (May 23).",
        "2025-05-23 Read second time and amended. Ordered returned to second reading.",
        "2025-05-27 Read second time. Ordered to third reading.",
        "2025-06-02 Read third time. Passed. Ordered to the Senate. (Ayes 77. Noes 0. Page 1420.)",
        "2025-06-03 In Senate. Read first time. To Com. on RLS. for assignment.",
        "2025-06-18 Referred to Com. on G.O.",
        "2025-07-08 From committee: Do pass and re-refer to Com. on APPR. (Ayes 15. Noes 0.) (July 8). Re-referred to Com. on APPR.",
        "2025-08-18 In committee: Referred to suspense file.",
        "2025-08-29 From committee: Do pass. (Ayes 7. Noes 0.) (August 29).",
        "2025-08-29 Read second time. Ordered to third reading.",
        "2025-09-08 Read third time. Passed. Ordered to the Assembly. (Ayes 36. Noes 0. Page 2622.).",
        "2025-09-08 In Assembly. Concurrence in Senate amendments pending.",
        "2025-09-10 Joint Rule 62(a), file notice suspended. (Page 3164.)",
        "2025-09-12 Senate amendments concurred in. To Engrossing and Enrolling. (Ayes 79. Noes 0. Page 3366.).",
        "2025-09-24 Enrolled and presented to the Governor at 3 p.m.",
        "2025-10-11 Approved by the Governor.",
        "2025-10-11 Chaptered by Secretary of State - Chapter 9901, Statutes of 2025.",
        "2025-10-12 A line of a kind that is not known.",
    ];

    public static Task RunAsync()
    {
        HistoryLine[] history = [.. Course.Select(line => new HistoryLine(DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), line[11..]))];
        var asOf = new DateOnly(2025, 12, 1);
        var read = 0;
        Measure.Repeat(string.Create(CultureInfo.InvariantCulture, $"{Lines:N0} action lines, each by itself"), 5, () =>
        {
            for (var i = 0; i < Lines; i++)
            {
                read += ActionReader.Read(Bill(i), history[i % history.Length]).Kinds.Length;
            }
        });
        Measure.Repeat(string.Create(CultureInfo.InvariantCulture, $"the same as {Lines / history.Length:N0} histories with their stages"), 5, () =>
        {
            for (var i = 0; i < Lines / history.Length; i++)
            {
                read += StageReader.Read(Bill(i), history, asOf).Stage == Stage.Chaptered
                    ? 1
                    : throw new InvalidOperationException("the benchmark's history is not read as it went");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read:N0} readings in all"));
        return Task.CompletedTask;
    }

    private static BillId Bill(int number) => new(new Session(2025), MeasureType.AB, 1 + number % 9999);
}
