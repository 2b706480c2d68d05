using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Discovery;
using LegTracker.Server.Publishing;
using LegTracker.Server.Recording;
using LegTracker.Server.Recording.Catalog;

namespace LegTracker.Server.Tracking;

/// <summary>Searches what arrived in the catalog since the last time: bills become candidates, tracked bills that left their topics become changes.</summary>
/// <param name="intake">Lays the subject lines of prints without a text among the words first; null when nothing does.</param>
/// <remarks>How far it came stands in the catalog, after what it found is recorded: a crash in between finds the same again, which changes nothing.</remarks>
internal sealed partial class DiscoverySweep(CatalogTexts texts, TopicList topics, RecordStore store, RevisionSignal signal, LegislativeClock clock, ILogger<DiscoverySweep> logger, TextIntake? intake = null) : IDisposable
{
    private const string Mark = "discovery";

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>As <see cref="RunAsync"/> after a poll, which no fault of discovery may break.</summary>
    public async Task AfterPollAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await RunAsync(cancellationToken);
            if (result.Candidates + result.Drifts > 0)
            {
                Swept(result.Bills, result.Candidates, result.Drifts);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            SweepFailed(fault);
        }
    }

    /// <summary>Sweeps what arrived, or everything when the topics changed.</summary>
    public async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (intake is not null)
            {
                await intake.TakeSubjectsAsync(cancellationToken);
            }

            var wanted = await topics.ReadAsync(cancellationToken);
            var fingerprint = TopicList.Fingerprint(wanted);
            var (lookedUntil, lookedFor) = Read(await texts.MarkAsync(Mark, cancellationToken));
            var head = await texts.HeadAsync(cancellationToken);
            if (head == lookedUntil && fingerprint == lookedFor)
            {
                return new SweepResult(0, 0, 0);
            }

            var bills = await TopicSearch.RunAsync(texts, wanted, fingerprint == lookedFor ? lookedUntil : 0, cancellationToken);
            var titles = wanted.ToDictionary(topic => topic.Key, topic => topic.Title);
            var drifts = await RecordDriftsAsync(bills, lookedUntil, titles, cancellationToken);
            var newest = bills.ToDictionary(bill => bill[0].Version.Bill, bill => bill[^1]);
            var candidates = await store.ReviseCandidatesAsync(
                newest.Keys, (bill, tracked, known) => CandidateRules.Revise(newest[bill], tracked, known, titles, clock.Now), cancellationToken);
            await texts.SaveMarkAsync(Mark, string.Create(CultureInfo.InvariantCulture, $"{head} {fingerprint}"), cancellationToken);
            return new SweepResult(bills.Length, candidates, drifts);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<int> RecordDriftsAsync(
        ImmutableArray<ImmutableArray<MatchedVersion>> bills, long lookedUntil, IReadOnlyDictionary<string, string> titles, CancellationToken cancellationToken)
    {
        var recorded = 0;
        foreach (var (version, drift) in bills.SelectMany(bill => DriftRules.Of(bill, lookedUntil, titles)))
        {
            if (await store.RecordDriftAsync(version.Bill, drift, version.Provenance, cancellationToken) is { } revision)
            {
                signal.Publish(revision);
                recorded++;
            }
        }

        return recorded;
    }

    private static (long Arrival, string Topics) Read(string? mark) =>
        mark?.Split(' ') is [var arrival, var topics] && long.TryParse(arrival, NumberStyles.None, CultureInfo.InvariantCulture, out var until) ? (until, topics) : (0, "");

    [LoggerMessage(Level = LogLevel.Information, Message = "Discovery: {Bills} bill(s) searched, {Candidates} candidate(s) new or changed, {Drifts} tracked bill(s) amended away from their topics")]
    private partial void Swept(int bills, int candidates, int drifts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discovery failed by a fault of ours; it tries again after the next poll")]
    private partial void SweepFailed(Exception fault);
}

/// <summary>What a sweep did.</summary>
/// <param name="Bills">Bills searched.</param>
/// <param name="Candidates">Candidates found or changed.</param>
/// <param name="Drifts">TOPIC_DRIFT changes recorded.</param>
internal sealed record SweepResult(int Bills, int Candidates, int Drifts);
