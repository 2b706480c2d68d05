using LegTracker.Server.Publishing;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Publishing;

/// <summary>Waiting for "revision N exists".</summary>
public sealed class RevisionSignalTests
{
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2025, 9, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly RevisionSignal signal = new();

    [Fact]
    public async Task A_revision_published_before_the_wait_is_not_missed()
    {
        signal.Publish(3);

        await WaitAsync(2);

        Assert.Equal(3, signal.Newest);
    }

    [Fact]
    public async Task Each_waiter_wakes_on_a_newer_revision()
    {
        var waiters = Enumerable.Range(0, 10).Select(_ => WaitAsync(0)).ToArray();
        Assert.All(waiters, waiter => Assert.False(waiter.IsCompleted));

        signal.Publish(1);

        await Task.WhenAll(waiters);
    }

    [Fact]
    public void Waiting_for_what_does_not_exist_goes_on_when_an_older_one_is_published()
    {
        signal.Publish(5);
        var waiter = WaitAsync(5);

        signal.Publish(4);
        signal.Publish(5);

        Assert.False(waiter.IsCompleted);
        Assert.Equal(5, signal.Newest);
    }

    [Fact]
    public async Task A_wait_ends_when_it_is_canceled()
    {
        using var gone = new CancellationTokenSource();
        var waiter = WaitAsync(0, gone.Token);

        await gone.CancelAsync();

        await waiter;
        Assert.Equal(0, signal.Newest);
    }

    [Fact]
    public async Task A_wait_ends_when_its_time_is_over()
    {
        var waiter = WaitAsync(0);

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiter.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await waiter;
    }

    [Fact]
    public async Task A_reader_that_follows_many_publishers_sees_the_last_one()
    {
        var publishers = Enumerable.Range(0, 4).Select(part => Task.Run(() =>
        {
            for (var revision = part + 1; revision <= 4000; revision += 4)
            {
                signal.Publish(revision);
            }
        }));

        var seen = 0L;
        var reader = Task.Run(async () =>
        {
            while (seen < 4000)
            {
                await WaitAsync(seen);
                Assert.True(signal.Newest > seen);
                seen = signal.Newest;
            }
        });

        await Task.WhenAll([.. publishers, reader]);
        Assert.Equal(4000, seen);
    }

    private Task WaitAsync(long seen, CancellationToken cancellationToken = default) => signal.WaitForNewerAsync(seen, TimeSpan.FromMinutes(1), time, cancellationToken);
}
