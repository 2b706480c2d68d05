using System.Threading.Channels;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>The thread that waits for keys and posts what they mean.</summary>
internal sealed class InputReader(ITerminal terminal, ChannelWriter<Msg> inbox)
{
    private const int HangUp = 128 + 1;

    private Thread? thread;
    private volatile bool stopping;

    public void Start()
    {
        thread = new(Run) { IsBackground = true, Name = "dashboard keys" };
        thread.Start();
    }

    /// <summary>Ends the thread and waits for it.</summary>
    public void Stop()
    {
        stopping = true;
        terminal.Wake();
        thread?.Join(TimeSpan.FromSeconds(1));
    }

    private void Run()
    {
        var parser = new InputParser();
        Span<byte> buffer = stackalloc byte[4096];
        while (true)
        {
            var count = terminal.Read(buffer, parser.IsWaiting ? InputParser.EscapeTimeout : Timeout.Infinite);
            if (count < 0)
            {
                break;
            }

            foreach (var msg in count == 0 ? parser.Flush() : parser.Feed(buffer[..count]))
            {
                inbox.TryWrite(msg);
            }
        }

        if (!stopping)
        {
            // The terminal has gone away.
            inbox.TryWrite(new HostEvent.End(HangUp));
        }
    }
}
