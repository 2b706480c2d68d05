using System.Threading.Channels;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>What the host cannot carry out itself, one after another, beside the screen.</summary>
/// <param name="failed">Told what a command threw.</param>
internal sealed class Outbox(TimeProvider clock, Action<string> failed)
{
    // A disk that hangs does not stop the screen, nor its end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<(Cmd Command, TaskCompletionSource? Done)> commands = Channel.CreateUnbounded<(Cmd, TaskCompletionSource?)>(new UnboundedChannelOptions { SingleReader = true });
    private Task marking = Task.CompletedTask;

    public void Post(Cmd command)
    {
        var done = command is Cmd.MarkRead ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        marking = done?.Task ?? marking;
        commands.Writer.TryWrite((command, done));
    }

    /// <summary>Waits until the last mark is on disk, so that what is shown as marked is.</summary>
    public Task MarkedAsync() => marking.IsCompleted ? Task.CompletedTask : Task.WhenAny(marking, Task.Delay(Patience, clock, CancellationToken.None));

    /// <summary>Carries out until <see cref="EndAsync"/>.</summary>
    public async Task RunAsync(Func<Cmd, ValueTask> carryOut, CancellationToken cancellationToken)
    {
        await foreach (var (command, done) in commands.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await carryOut(command);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                failed(fault.Message);
            }
            finally
            {
                done?.SetResult();
            }
        }
    }

    /// <summary>Takes nothing more, and gives what waits a moment to be done.</summary>
    /// <param name="running">What <see cref="RunAsync"/> gave.</param>
    public Task EndAsync(Task running)
    {
        commands.Writer.Complete();
        return Task.WhenAny(running, Task.Delay(Patience, clock, CancellationToken.None));
    }
}
