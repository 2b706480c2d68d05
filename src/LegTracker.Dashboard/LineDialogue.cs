using System.Runtime.InteropServices;
using System.Threading.Channels;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;
using LegTracker.Legislature;

namespace LegTracker.Dashboard;

/// <summary>The dashboard line by line, for screen readers and pipes: typed lines are answered, changes are announced as they come.</summary>
internal sealed class LineDialogue(DashboardSession session, TextWriter output, TimeProvider clock)
{
    private readonly Channel<Msg> inbox = Channel.CreateUnbounded<Msg>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<string?> typed = new();
    private DashboardModel model = DashboardUpdate.Start(clock.GetUtcNow(), CaliforniaTime.Zone, ascii: false);
    private int? exitCode;

    /// <summary>Talks until "quit" or the end of the input; the exit code.</summary>
    /// <param name="prompts">Somebody types: a prompt is shown, and nothing waits for the server. Else lines are answered once it has told its bills.</param>
    public async Task<int> RunAsync(TextReader input, bool prompts, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Write("LegTracker, line by line. Type help for the commands.");
        _ = Task.Factory.StartNew(() => Listen(input), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var pump = PumpAsync(ending.Token);
        List<PosixSignalRegistration> signals = [On(PosixSignal.SIGHUP, 1), On(PosixSignal.SIGINT, 2), On(PosixSignal.SIGQUIT, 3), On(PosixSignal.SIGTERM, 15)];
        Prompt(prompts);
        try
        {
            while (exitCode is null && await inbox.Reader.WaitToReadAsync(cancellationToken))
            {
                await TakeAsync(new Msg.Tick(clock.GetUtcNow()));
                while (inbox.Reader.TryRead(out var msg))
                {
                    await TakeAsync(msg);
                }

                await AnswerAsync(prompts);
            }
        }
        finally
        {
            signals.ForEach(signal => signal.Dispose());
            await ending.CancelAsync();
            await pump;
        }

        return exitCode ?? 0;
    }

    private async Task TakeAsync(Msg msg)
    {
        switch (msg)
        {
            case Typed line:
                typed.Enqueue(line.Line);
                return;
            case End end:
                exitCode = end.ExitCode;
                return;
            default:
                break;
        }

        var before = model;
        (model, var commands) = DashboardUpdate.Apply(model, msg);
        Announce(before, msg);
        await CarryOutAsync(commands);
    }

    private async Task AnswerAsync(bool prompts)
    {
        while (exitCode is null && (prompts || IsReady()) && typed.TryDequeue(out var line))
        {
            if (line is null)
            {
                exitCode = 0;
                return;
            }

            var answer = Spoken.Of(model, line);
            model = answer.Model with { Toast = null };
            foreach (var said in answer.Lines)
            {
                Write(said);
            }

            await CarryOutAsync(answer.Commands);
            if (exitCode is null)
            {
                Prompt(prompts);
            }
        }
    }

    // Over a pipe the first line would else be answered before anything is known.
    private bool IsReady() => (model.BillsKnown && model.KeptAsOf is null) || model.Connection.Link == LinkMark.Offline;

    private void Announce(DashboardModel before, Msg msg)
    {
        switch (msg)
        {
            case Msg.ChangesArrived { Fresh: true } arrived:
                foreach (var change in arrived.Changes)
                {
                    Write($"New: {SpokenLines.Sentence(change)}");
                }

                break;
            case Msg.Said said:
                Write(said.Words);
                break;
            case Msg.ConnectionChanged when before.Connection.Link != model.Connection.Link && model.Connection.Link == LinkMark.Offline:
                Write(SpokenLines.Link(model));
                break;
            case Msg.Recalled when model.KeptAsOf is not null:
            case Msg.SnapshotArrived when !before.BillsKnown || before.KeptAsOf is not null:
                foreach (var line in SpokenLines.Status(model))
                {
                    Write(line);
                }

                break;
            default:
                break;
        }
    }

    private async Task CarryOutAsync(IEnumerable<Cmd> commands)
    {
        foreach (var command in commands)
        {
            switch (command)
            {
                case Cmd.Quit:
                    exitCode = 0;
                    break;
                case Cmd.Bell:
                    output.Write('\a');
                    break;
                case Cmd.Open open:
                    Write(open.Url);
                    break;
                case Cmd.MarkRead or Cmd.Poll or Cmd.RunProgram or Cmd.KeepTour:
                    await TryAsync(command);
                    break;
                default:
                    break;
            }
        }
    }

    private async Task TryAsync(Cmd command)
    {
        try
        {
            await session.CarryOutAsync(command);
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            Write(fault.Message);
        }
    }

    private void Listen(TextReader input)
    {
        string? line;
        do
        {
            line = input.ReadLine();
            inbox.Writer.TryWrite(new Typed(line));
        }
        while (line is not null);
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var msg in session.Messages.ReadAllAsync(cancellationToken))
            {
                inbox.Writer.TryWrite(msg);
            }
        }
        catch (OperationCanceledException)
        {
            // The dialogue has ended.
        }
    }

    private PosixSignalRegistration On(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        inbox.Writer.TryWrite(new End(128 + number));
    });

    private void Prompt(bool prompts)
    {
        if (prompts)
        {
            output.Write("> ");
        }

        output.Flush();
    }

    private void Write(string line) => output.WriteLine(CleanText.Of(line));

    /// <summary>A line that was typed; null at the end of the input.</summary>
    private sealed record Typed(string? Line) : Msg;

    /// <summary>A signal asks to end.</summary>
    private sealed record End(int ExitCode) : Msg;
}
